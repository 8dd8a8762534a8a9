/** What the core tests get for `vitest` inside Electron: the real assertions, our collector. */
export { expect } from 'vitest';
export { beforeAll, describe, it } from './collected-tests.ts';
