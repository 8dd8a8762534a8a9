import { expect, it } from 'vitest';
import { loadFonts } from '../../renderer/load-fonts.ts';

it('loads one piece after the other, and goes on where one cannot be read', async () => {
  const noted: string[] = [];
  const piece = (name: string, isBroken = false) => ({
    load: async (): Promise<FontFace> => {
      noted.push(`${name} begins`);
      await undefined;
      noted.push(`${name} ends`);
      if (isBroken) throw new DOMException('unreadable', 'NetworkError');
      return {} as FontFace;
    },
  });
  await loadFonts([piece('one'), piece('broken', true), piece('last')]);
  expect(noted).toEqual([
    ...['one begins', 'one ends', 'broken begins', 'broken ends', 'last begins', 'last ends'],
  ]);
});
