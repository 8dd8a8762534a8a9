import { failure, type Result, success } from '../../shared/result.ts';

/** Kinds of files a code is looked for in, told by their first bytes; a name can say anything. */
export type PictureKind = 'png' | 'jpeg' | 'webp' | 'pdf';
export type FileKind = PictureKind | 'lines';

/** Bytes at a place in a file that tell its kind, written as Latin-1 characters. */
interface Signature<Kind> {
  readonly kind: Kind;
  readonly bytes: string;
  readonly offset?: number;
}

const PICTURES: readonly Signature<PictureKind>[] = [
  { kind: 'png', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'jpeg', bytes: '\xff\xd8\xff' },
  { kind: 'webp', bytes: 'WEBP', offset: 8 },
];

// Readers accept a PDF with foreign bytes before its header, and print systems write such.
const PDF_HEADER = '%PDF-';
const PDF_HEADER_WITHIN = 1_024;

const CONVERT = 'save it as PNG, JPEG or PDF';
const HEIC = `HEIC picture (iPhone): ${CONVERT}`;
const UNSUPPORTED: readonly Signature<string>[] = [
  { kind: HEIC, bytes: 'ftyphe', offset: 4 },
  { kind: HEIC, bytes: 'ftypmif1', offset: 4 },
  { kind: HEIC, bytes: 'ftypmsf1', offset: 4 },
  { kind: `AVIF picture: ${CONVERT}`, bytes: 'ftypavi', offset: 4 },
  { kind: 'video: take a still picture of the code', bytes: 'ftyp', offset: 4 },
  { kind: `GIF picture: ${CONVERT}`, bytes: 'GIF8' },
  { kind: `TIFF picture: ${CONVERT}`, bytes: 'II*\0' },
  { kind: `TIFF picture: ${CONVERT}`, bytes: 'MM\0*' },
  { kind: `SVG drawing: ${CONVERT}`, bytes: '<svg' },
  { kind: `XML or SVG file: ${CONVERT}`, bytes: '<?xml' },
  { kind: 'ZIP archive or office document: save it as PDF', bytes: 'PK\x03\x04' },
  { kind: 'text in UTF-16: save it as UTF-8', bytes: '\xff\xfe' },
  { kind: 'text in UTF-16: save it as UTF-8', bytes: '\xfe\xff' },
];

/**
 * Tells what a file is.
 * @param head the first bytes of the file
 * @returns the kind, or in words what it is instead
 */
export function tellFileKind(head: Uint8Array): Result<FileKind, string> {
  const start = Buffer.from(head.subarray(0, PDF_HEADER_WITHIN)).toString('latin1');
  const shows = ({ bytes, offset = 0 }: Signature<string>) => start.startsWith(bytes, offset);
  const picture = PICTURES.find(shows);
  if (picture !== undefined) return success(picture.kind);
  if (start.includes(PDF_HEADER)) return success('pdf');
  const unsupported = UNSUPPORTED.find(shows);
  if (unsupported !== undefined) return failure(unsupported.kind);
  return isText(head) ? success('lines') : failure('neither a picture, a PDF nor text in UTF-8');
}

function isText(head: Uint8Array): boolean {
  // Codes may hold control characters, but no text a person or a scanner writes holds a NUL.
  if (head.includes(0)) return false;
  try {
    // `stream` because the head may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
