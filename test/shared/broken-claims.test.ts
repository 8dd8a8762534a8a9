import { describe, expect, it } from 'vitest';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { changeClaim, changeCredit, dismantle, reassemble } from '../world/certificate-parts.ts';
import { makeTestWorld, TEST_DAY, TEST_NOW } from '../world/test-world.ts';

/** One valid certificate, one claim broken in turn: what a verifier has to notice in the claims. */

const world = makeTestWorld();
const { key: signer } = world.certificateKey;
const parts = dismantle(world.issue());
const judge = (text: string): string => checkScan(text, world.bundle, world.now, {}).code;
const claim = (key: number, value: unknown): string =>
  judge(reassemble(changeClaim(parts, key, value), signer));
const credit = (key: number, value: unknown): string =>
  judge(reassemble(changeCredit(parts, key, value), signer));
// A removed claim is one whose new value is `undefined`.
const remove = undefined;

describe('the unchanged certificate', () => {
  it('opens the green channel, also when taken apart and put together again', () => {
    expect(judge(world.issue())).toBe('green-channel');
    expect(judge(reassemble(parts, signer))).toBe('green-channel');
  });
});

describe('a claim that is missing or of the wrong form', () => {
  it.each([
    ['iss missing', 1, remove],
    ['iss a number', 1, 310114],
    ['iss of five digits', 1, '31011'],
    ['iss with a letter', 1, '31011A'],
    ['sub missing', 2, remove],
    ['sub of 17 characters', 2, '91310114MA1GT4G20'],
    ['sub in lower case', 2, '91310114ma1gt4g200'],
    ['sub as bytes', 2, new Uint8Array(18)],
    ['exp missing', 4, remove],
    ['exp as text', 4, '1811728800'],
    ['exp a float', 4, 1811728800.5],
    ['exp equal to iat', 4, TEST_NOW - TEST_DAY],
    ['exp before iat', 4, TEST_NOW - 2 * TEST_DAY],
    ['exp beyond exact integers', 4, 2n ** 60n],
    ['nbf as text', 5, 'now'],
    ['nbf nil', 5, null],
    ['iat missing', 6, remove],
    ['iat true', 6, true],
    ['cti missing', 7, remove],
    ['cti as text', 7, '0123456789'],
    ['cti of 7 bytes', 7, new Uint8Array(7)],
    ['cti of 17 bytes', 7, new Uint8Array(17)],
    ['status missing', 65_535, remove],
    ['status without a list', 65_535, new Map()],
    [
      'status index negative',
      65_535,
      new Map([
        [
          'status_list',
          new Map<string, unknown>([
            ['idx', -1],
            ['uri', 'status/310114-1'],
          ]),
        ],
      ]),
    ],
    [
      'status uri a number',
      65_535,
      new Map([
        [
          'status_list',
          new Map([
            ['idx', 1],
            ['uri', 1],
          ]),
        ],
      ]),
    ],
    ['credit missing', -70_001, remove],
    ['credit a list', -70_001, []],
  ])('%s is malformed', (_what, key, value) => {
    expect(claim(key, value)).toBe('malformed');
  });

  it.each([
    ['name missing', 1, remove],
    ['name empty', 1, ''],
    ['name of 121 characters', 1, '嘉'.repeat(121)],
    ['name as bytes', 1, new Uint8Array(3)],
    ['grade missing', 2, remove],
    ['grade empty', 2, ''],
    ['grade of five characters', 2, 'AAAAA'],
    ['grade a number', 2, 1],
    ['evaluation day missing', 3, remove],
    ['evaluation day as text', 3, '2026-05-01'],
    ['evaluation day a float', 3, 20_000.5],
    ['lists a text', 4, 'national'],
    ['lists with a number in it', 4, ['national', 1]],
    ['presentation zero', 5, 0],
    ['presentation negative', 5, -60],
    ['presentation as text', 5, '60'],
  ])('credit: %s is malformed', (_what, key, value) => {
    expect(credit(key, value)).toBe('malformed');
  });
});

describe('a claim the format may grow', () => {
  it.each([
    ['text', 'later'],
    ['a float', 1.5],
    ['undefined inside a list', [undefined, null, true]],
    [
      'a map of anything',
      new Map<unknown, unknown>([
        ['a', [1, 2]],
        [-1, new Uint8Array(2)],
      ]),
    ],
    ['a big number', 2n ** 63n],
  ])('is skipped when it holds %s', (_what, value) => {
    expect(claim(-70_099, value)).toBe('green-channel');
    expect(credit(99, value)).toBe('green-channel');
  });

  it('is no cover for bad form', () => {
    const deep = [[[[[[[[['too deep']]]]]]]]];
    expect(claim(-70_099, deep)).toBe('malformed');
  });

  it('keeps a rare character as one character', () => {
    expect(credit(1, '𠮷'.repeat(120))).toBe('green-channel');
  });
});
