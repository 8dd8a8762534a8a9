import { drawQrMatrix, type QrMatrix } from '../../../build/virtual-camera/qr-matrix.ts';
import type { Random } from '../../../build/virtual-camera/seeded-random.ts';

// The characters of Base45 (RFC 9285), which are those of a QR code's alphanumeric mode.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** A text that looks like a certificate to a reader of codes; to a verifier it is none. */
export function certificateText(length: number, random: Random): string {
  const body = Array.from(
    { length: length - 5 },
    () => ALPHABET[Math.floor(random() * ALPHABET.length)] ?? '0',
  );
  return `PCC1:${body.join('')}`;
}

/** The code of a text as one flat table: 1 is dark, a row after the other. */
export interface FlatCode {
  readonly modules: number;
  readonly dark: Uint8Array;
}

/** Draws the code of a text. */
export function flatCode(text: string): FlatCode {
  const matrix: QrMatrix = drawQrMatrix(text);
  const modules = matrix.length;
  const dark = new Uint8Array(modules * modules);
  for (const [y, row] of matrix.entries()) {
    for (const [x, isDark] of row.entries()) dark[y * modules + x] = isDark ? 1 : 0;
  }
  return { modules, dark };
}
