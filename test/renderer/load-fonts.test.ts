import { expect, it } from 'vitest';
import { loadAllFonts } from '../../renderer/load-fonts.ts';

/** A piece of a font, that notes when it is asked for. */
function piece(name: string, { status = 'unloaded' as FontFaceLoadStatus, isBroken = false } = {}) {
  const load = async (): Promise<FontFace> => {
    asked.push(name);
    if (isBroken) throw new DOMException('unreadable', 'NetworkError');
    return {} as FontFace;
  };
  return { status, load };
}

const asked: string[] = [];

it('loads every piece that is missing, one after a pause, and goes on where one is broken', async () => {
  const pieces = [
    piece('there', { status: 'loaded' }),
    piece('broken', { isBroken: true }),
    piece('missing'),
    piece('last'),
  ];
  await loadAllFonts(pieces, async () => {
    asked.push('pause');
  });
  expect(asked).toEqual(['broken', 'pause', 'missing', 'pause', 'last', 'pause']);
});
