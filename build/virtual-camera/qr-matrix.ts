import { encodeQR } from 'qr';

/** The modules of a QR code without margin; `true` is dark. Rows first. */
export type QrMatrix = readonly (readonly boolean[])[];

/** The code of a text at error correction level M, as certificates are printed. */
export function drawQrMatrix(text: string): QrMatrix {
  // The library draws at least one module of margin; the phone brings its own.
  const withMargin = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  return withMargin.slice(1, -1).map((row) => row.slice(1, -1));
}
