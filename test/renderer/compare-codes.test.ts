import { describe, expect, it } from 'vitest';
import { compareCodes } from '../../renderer/clerk/compare/compare-codes.ts';
import { extractCompanyCodes } from '../../renderer/clerk/compare/extract-company-code.ts';

/** Published codes of real entities, see GB 32100-2015; used here as numbers only. */
const CODE = '91350100M000100Y43';
const OTHER = '91310110666007217T';
/** Legal, but its check character is wrong. */
const IRREGULAR = '91350211M0000XUF46';

describe('a company code in what a licence shows', () => {
  it.each([
    ['alone', CODE],
    ['in small letters and groups of four', '9135 0100 m000 100y 43'],
    ['with hyphens', '91350100-M000100Y4-3'],
    ['in an address', `https://example.org/licence?uniscid=${CODE}&v=2`],
    ['after words', `统一社会信用代码：${CODE}\n名称：某某公司`],
    ['in JSON', `{"code":"${CODE}","name":"x"}`],
  ])('is found %s', (_where, text) => {
    expect(extractCompanyCodes(text)).toEqual([CODE]);
  });

  it('is found when it fails its own check character', () => {
    expect(extractCompanyCodes(`code=${IRREGULAR}`)).toEqual([IRREGULAR]);
  });

  it('is preferred over a word of the same length', () => {
    expect(extractCompanyCodes(`ABCDEFGHABCDEFGHAB ${CODE}`)[0]).toBe(CODE);
  });

  it("is not taken from a licence's identifier, which names offices", () => {
    const identifier = `1.2.156.3005.2.11100000000013338W011.${OTHER}.20230000403.001.U`;
    expect(extractCompanyCodes(identifier)).toEqual([]);
  });

  it.each(['', 'hello', '1234', `${CODE}7`, 'https://example.org/'])(
    'is not found in %j',
    (text) => {
      expect(extractCompanyCodes(text)).toEqual([]);
    },
  );

  it('is looked for in bounded time', () => {
    expect(extractCompanyCodes('9'.repeat(1_000_000))).toEqual([]);
  });
});

describe('the comparison with the licence in hand', () => {
  it('is a match when one of the codes on the licence is the same', () => {
    expect(compareCodes(CODE, `${OTHER} ${CODE}`)).toEqual({ kind: 'match', code: CODE });
  });

  it('says which characters differ', () => {
    expect(compareCodes(CODE, '91350100M0O0100Y34')).toEqual({
      kind: 'mismatch',
      expected: CODE,
      found: '91350100M0O0100Y34',
      positions: [11, 17, 18],
    });
  });

  it('says so when there is no code to compare', () => {
    expect(compareCodes(CODE, 'https://example.org')).toEqual({ kind: 'no-code' });
  });
});
