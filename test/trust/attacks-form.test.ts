import { afterAll, beforeAll, describe, it } from 'vitest';
import { openTrapScene } from './attack.ts';
import { FORM_ATTACKS } from './attacks-form.ts';

let traps: Awaited<ReturnType<typeof openTrapScene>>;
beforeAll(async () => {
  traps = await openTrapScene();
});
afterAll(() => traps.close());

describe('metadata of the wrong form is refused by name and changes nothing', () => {
  it.each(FORM_ATTACKS)('$name -> $code', (attack) => traps.expectRefusal(attack));
});
