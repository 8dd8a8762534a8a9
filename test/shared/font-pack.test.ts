import { expect, it } from 'vitest';
import { readChineseFont } from '../../build/chinese-font.ts';
import { decodeFontPack, encodeFontPack, type FontPiece } from '../../shared/font-pack.ts';

const packAndUnpack = (pieces: readonly FontPiece[]) =>
  decodeFontPack(Uint8Array.from(encodeFontPack(pieces)).buffer);

it('gives back every piece of the Chinese font, in order and byte for byte', () => {
  const pieces = readChineseFont();
  const unpacked = packAndUnpack(pieces);
  expect(unpacked.length).toBeGreaterThan(100);
  expect(unpacked.map(({ unicodeRange }) => unicodeRange)).toEqual(
    pieces.map(({ unicodeRange }) => unicodeRange),
  );
  for (const [index, { bytes }] of unpacked.entries()) {
    expect(Buffer.from(bytes).equals(pieces[index]?.bytes ?? Buffer.alloc(0))).toBe(true);
    // The signature of a WOFF2 file.
    expect(Buffer.from(bytes).toString('latin1', 0, 4)).toBe('wOF2');
  }
});

it('gives no piece of a font without any', () => {
  expect(packAndUnpack([])).toEqual([]);
});
