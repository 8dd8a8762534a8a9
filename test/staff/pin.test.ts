import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockSeconds } from '../../electron/staff/pin-attempts.ts';
import { fitsPin, hashPin, isPinHash, judgePin } from '../../electron/staff/pin-hash.ts';
import { createStaffWorld, type StaffWorld, TEST_PIN } from './staff-world.ts';

const tryPin = (world: StaffWorld, pin: string) => world.parts.gate.tryPin(pin);
async function tryWrong(world: StaffWorld, times: number) {
  let last = await tryPin(world, '000000');
  for (let count = 1; count < times; count++) last = await tryPin(world, '000000');
  return last;
}

describe('the hash of a PIN', () => {
  it('fits the PIN it was made from and no other, and differs each time', async () => {
    const [one, other] = [await hashPin('739105'), await hashPin('739105')];
    expect(one).not.toBe(other);
    expect(isPinHash(one)).toBe(true);
    expect(await fitsPin('739105', one)).toBe(true);
    expect(await fitsPin('739106', one)).toBe(false);
  });

  it.each([
    '',
    '2580',
    'scrypt$15$8$1$AAAA$AAAA',
    'scrypt$30$8$1$HqwpxME8um455HegWEbY5g==$Op9JrYEZ0JF',
  ])('is none: %j', async (text) => {
    expect(isPinHash(text)).toBe(false);
    expect(await fitsPin('2580', text)).toBe(false);
  });

  it.each([
    ['739105', undefined],
    ['2580', undefined],
    ['1234', 'too-easy'],
    ['777777', 'too-easy'],
    ['987654', 'too-easy'],
    ['123', 'not-digits'],
    ['12a4', 'not-digits'],
    ['', 'not-digits'],
    ['1234567890123', 'not-digits'],
    ['２５８０', 'not-digits'],
  ])('of %j is made: %s', (pin, problem) => {
    expect(judgePin(pin)).toBe(problem);
  });
});

describe('wrong PINs', () => {
  it('are counted down, then lock the menu, even for the right one', async () => {
    const world = await createStaffWorld();
    expect(await tryPin(world, '000000')).toEqual({ result: 'wrong', attemptsLeft: 4 });
    expect(await tryWrong(world, 4)).toEqual({ result: 'locked', seconds: 60 });
    expect(await tryPin(world, TEST_PIN)).toEqual({ result: 'locked', seconds: 60 });
    world.time.now += 59;
    expect(await tryPin(world, TEST_PIN)).toEqual({ result: 'locked', seconds: 1 });
    world.time.now += 1;
    expect(await tryPin(world, TEST_PIN)).toEqual({ result: 'opened' });
  });

  it('lock longer each time, but never for more than an hour', async () => {
    const world = await createStaffWorld();
    await tryWrong(world, 5);
    for (const seconds of [120, 240, 480, 960, 1_920, 3_600, 3_600]) {
      world.time.now += 3_600;
      expect(await tryPin(world, '000000')).toEqual({ result: 'locked', seconds });
    }
    expect(lockSeconds(1_000_000)).toBe(3_600);
  });

  it('are remembered across a restart', async () => {
    const world = await createStaffWorld();
    await tryWrong(world, 5);
    const again = await createStaffWorld(undefined, world.folder);
    expect(await tryPin(again, TEST_PIN)).toEqual({ result: 'locked', seconds: 60 });
  });

  it('are counted before they are looked at: killing the program gives no try back', async () => {
    const world = await createStaffWorld();
    await tryWrong(world, 3);
    // The fourth is never answered.
    void tryPin(world, '000000');
    await new Promise((resolve) => setImmediate(resolve));
    await tryPin(world, '000000');
    const again = await createStaffWorld(undefined, world.folder);
    expect(await tryPin(again, TEST_PIN)).toMatchObject({ result: 'locked' });
  });

  it('do not lock longer when the clock is set back', async () => {
    const world = await createStaffWorld();
    await tryWrong(world, 5);
    world.time.now -= 86_400;
    expect(await tryPin(world, TEST_PIN)).toEqual({ result: 'locked', seconds: 60 });
  });

  it('are forgotten after the right one', async () => {
    const world = await createStaffWorld();
    await tryWrong(world, 4);
    await tryPin(world, TEST_PIN);
    expect(await tryPin(world, '000000')).toEqual({ result: 'wrong', attemptsLeft: 4 });
  });

  it('asked about at once are judged one after the other', async () => {
    const world = await createStaffWorld();
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryPin(world, '000000')));
    expect(answers.map(({ result }) => result)).toEqual([
      ...Array.from({ length: 4 }, () => 'wrong'),
      ...Array.from({ length: 4 }, () => 'locked'),
    ]);
  });

  it('do not lock anybody out when the file that counts them is damaged', async () => {
    const { folder } = await createStaffWorld();
    writeFileSync(join(folder, 'pin-attempts.json'), '{"wrong":');
    const world = await createStaffWorld(undefined, folder);
    expect(await tryPin(world, TEST_PIN)).toEqual({ result: 'opened' });
  });
});

it('without a PIN no PIN opens the menu', async () => {
  const world = await createStaffWorld({});
  expect(await tryPin(world, '')).toEqual({ result: 'no-pin' });
  expect(await tryPin(world, TEST_PIN)).toEqual({ result: 'no-pin' });
});
