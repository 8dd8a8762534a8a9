import { afterAll, beforeAll, describe, it } from 'vitest';
import { openTrapScene } from './attack.ts';
import { NETWORK_ATTACKS } from './attacks-network.ts';

let traps: Awaited<ReturnType<typeof openTrapScene>>;
beforeAll(async () => {
  // Something is new, so that the terminal gets as far as the status list.
  traps = await openTrapScene((scene) => scene.office.withdraw(1));
});
afterAll(() => traps.close());

describe('a misbehaving network is refused by name and changes nothing', () => {
  it.each(NETWORK_ATTACKS)('$name -> $code', (attack) => traps.expectRefusal(attack));
});
