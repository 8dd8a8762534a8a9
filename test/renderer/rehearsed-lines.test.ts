import { describe, expect, it } from 'vitest';
import { rehearsedLines } from '../../renderer/screens/rehearsed-lines.ts';
import { catalogues } from '../../renderer/text/start-texts.ts';

describe.each(['zh-CN', 'en'] as const)(
  'the words of answers in %s, laid out before the first',
  (language) => {
    const lines = rehearsedLines(catalogues[language], language, undefined);
    const charactersOf = (look: string) =>
      lines.filter((line) => line.look === look).flatMap(({ words }) => [...words]);

    it('hold every character of every headline, in its size', () => {
      const { headline } = catalogues[language].verdict.expired;
      expect(charactersOf('answer-headline')).toEqual(expect.arrayContaining([...headline]));
    });

    it('come a few at a time, none of them twice in a size', () => {
      for (const { look, words } of lines) {
        expect([...words].length).toBeLessThanOrEqual(6);
        const characters = charactersOf(look);
        expect(new Set(characters).size).toBe(characters.length);
      }
    });
  },
);
