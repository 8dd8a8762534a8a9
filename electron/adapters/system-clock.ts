import type { Clock } from '../ports.ts';

/** The clock of the operating system, in whole seconds. */
export const systemClock: Clock = { now: () => Math.floor(Date.now() / 1_000) };
