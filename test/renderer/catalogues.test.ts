import { describe, expect, it } from 'vitest';
import { LOOK_OF_CODE } from '../../renderer/screens/look.ts';
import { catalogues } from '../../renderer/text/start-texts.ts';
import { VERDICT_CODES } from '../../shared/verify/verdict.ts';

/** Every text of a catalogue with its path. */
function textsOf(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => textsOf(value, `${path}/${key}`));
}

const chinese = textsOf(catalogues['zh-CN']);
const english = textsOf(catalogues.en);

/** Words that blame or that a public screen must not show. */
const FORBIDDEN =
  /失信|黑名单|拒绝|伪造|假|造假|违法|无效|blacklist|dishonest|forg|fake|fraud|reject|denied|refuse|illegal|invalid/i;

describe('catalogues', () => {
  it('have the same keys, none empty', () => {
    expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path));
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('use the same placeholders', () => {
    const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    const of = (texts: readonly (readonly [string, string])[]) =>
      texts.map(([path, text]) => [path, placeholders(text)]);
    expect(of(english)).toEqual(of(chinese));
  });

  it('never blame', () => {
    expect([...chinese, ...english].filter(([, text]) => FORBIDDEN.test(text))).toEqual([]);
  });

  it('end every negative next step by saying that service goes on', () => {
    for (const code of [...VERDICT_CODES.refused, ...VERDICT_CODES.undecided]) {
      expect(catalogues['zh-CN'].verdict[code].nextStep).toMatch(/业务照常办理$/);
      expect(catalogues.en.verdict[code].nextStep).toMatch(/You will be served as usual\.$/);
    }
  });

  it('keep English free of Chinese punctuation, and of a typewriter’s', () => {
    const wrong = /[\u3000-\u303f\uff00-\uffef]|["']/;
    expect(english.filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});

describe('looks', () => {
  it('never show an undecided verdict like a refused or an accepted one', () => {
    const looks = (codes: readonly (keyof typeof LOOK_OF_CODE)[]) =>
      new Set(codes.map((code) => LOOK_OF_CODE[code]));
    expect([...looks(VERDICT_CODES.undecided)]).toEqual(['undecided']);
    expect([...looks(VERDICT_CODES.accepted)]).toEqual(['open', 'standard']);
    expect([...looks(VERDICT_CODES.refused)].sort()).toEqual(['refused', 'time']);
  });
});
