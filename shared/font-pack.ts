import { joinBytes } from './bytes.ts';

/** Name of the file beside the page that holds the Chinese font. */
export const CHINESE_FONT_FILE = 'chinese-font.bin';

/** A part of a font: a font file of its own, for some of the characters. */
export interface FontPiece {
  /** Its characters, as CSS writes them: `U+4E00-4E0F,U+4E11`. */
  readonly unicodeRange: string;
  /** A WOFF2 file (W3C WOFF File Format 2.0). */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ListedPiece {
  readonly unicodeRange: string;
  readonly length: number;
}

const LENGTH_BYTES = 4;

/**
 * All pieces of a font in one file: the length of a list in bytes (four of them, little-endian), the list
 * as JSON, and the pieces in its order. Read one by one, a hundred files cost a start more than the
 * font itself.
 */
export function encodeFontPack(pieces: readonly FontPiece[]): Uint8Array {
  const list: ListedPiece[] = pieces.map(({ unicodeRange, bytes }) => ({
    unicodeRange,
    length: bytes.length,
  }));
  const listBytes = new TextEncoder().encode(JSON.stringify(list));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, listBytes.length, true);
  return joinBytes(length, listBytes, ...pieces.map(({ bytes }) => bytes));
}

/**
 * The pieces of a font as `encodeFontPack` put them together, each a view of the file's bytes.
 *
 * @throws RangeError or SyntaxError for anything else: it is a file of the program's own
 */
export function decodeFontPack(pack: ArrayBuffer): readonly FontPiece[] {
  const listLength = new DataView(pack).getUint32(0, true);
  const listBytes = new Uint8Array(pack, LENGTH_BYTES, listLength);
  const list: readonly ListedPiece[] = JSON.parse(new TextDecoder().decode(listBytes));
  let begin = LENGTH_BYTES + listLength;
  return list.map(({ unicodeRange, length }) => {
    const bytes = new Uint8Array(pack, begin, length);
    begin += length;
    return { unicodeRange, bytes };
  });
}
