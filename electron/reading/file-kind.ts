import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { failure, type Result, success } from '../../shared/result.ts';

/** Kinds of files a code is looked for in, told by their first bytes; a name can say anything. */
export type ImageKind = 'png' | 'jpeg' | 'webp' | 'bmp';
export type PictureKind = ImageKind | 'pdf' | 'zip';
export type FileKind = PictureKind | 'lines';

/** Bytes at a place in a file that tell its kind, written as Latin-1 characters. */
interface Signature<Kind> {
  readonly kind: Kind;
  readonly bytes: string;
  readonly offset?: number;
}

const IMAGES: readonly Signature<ImageKind>[] = [
  { kind: 'png', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'jpeg', bytes: '\xff\xd8\xff' },
  { kind: 'webp', bytes: 'WEBP', offset: 8 },
];

// Readers accept a PDF with foreign bytes before its header, and print systems write such.
const PDF_HEADER = '%PDF-';
const PDF_HEADER_WITHIN = 1_024;

const ZIP = 'PK\x03\x04';

const UNSUPPORTED: readonly Signature<FileRefusal>[] = [
  { kind: 'heic', bytes: 'ftyphe', offset: 4 },
  { kind: 'heic', bytes: 'ftypmif1', offset: 4 },
  { kind: 'heic', bytes: 'ftypmsf1', offset: 4 },
  { kind: 'avif', bytes: 'ftypavi', offset: 4 },
  { kind: 'video', bytes: 'ftyp', offset: 4 },
  { kind: 'video', bytes: '\x1aE\xdf\xa3' },
  { kind: 'other-picture', bytes: 'GIF8' },
  { kind: 'other-picture', bytes: 'II*\0' },
  { kind: 'other-picture', bytes: 'MM\0*' },
  { kind: 'other-picture', bytes: '\0\0\0\x0cjP  ' },
  { kind: 'other-picture', bytes: '\xff\x0a' },
  { kind: 'other-picture', bytes: '<svg' },
  { kind: 'other-picture', bytes: '<?xml' },
  { kind: 'archive', bytes: 'PK' },
  { kind: 'archive', bytes: 'Rar!' },
  { kind: 'archive', bytes: '7z\xbc\xaf' },
  { kind: 'archive', bytes: '\x1f\x8b' },
  { kind: 'archive', bytes: '\xd0\xcf\x11\xe0' },
];

/**
 * Tells what a file is.
 * @param head the first bytes of the file
 */
export function tellFileKind(head: Uint8Array): Result<FileKind, FileRefusal> {
  const start = latin1(head.subarray(0, PDF_HEADER_WITHIN));
  const image = tellImageKind(head);
  if (image !== undefined) return success(image);
  if (start.includes(PDF_HEADER)) return success('pdf');
  if (start.startsWith(ZIP)) return success('zip');
  const unsupported = UNSUPPORTED.find((signature) => shows(start, signature));
  if (unsupported !== undefined) return failure(unsupported.kind);
  return isText(head) ? success('lines') : failure('not-a-picture');
}

/** The same for a file that can only be a picture. */
export function tellImageKind(head: Uint8Array): ImageKind | undefined {
  const start = latin1(head.subarray(0, 32));
  if (start.startsWith('BM')) return isBitmap(head) ? 'bmp' : undefined;
  return IMAGES.find((signature) => shows(start, signature))?.kind;
}

function shows(start: string, { bytes, offset = 0 }: Signature<string>): boolean {
  return start.startsWith(bytes, offset);
}

// Two letters alone may begin a text, so the reserved zeros and the size of its header count too.
function isBitmap(head: Uint8Array): boolean {
  const sizes = [12, 40, 52, 56, 108, 124];
  return (
    head.length > 26 &&
    head.subarray(6, 10).every((byte) => byte === 0) &&
    sizes.includes(head[14] ?? 0) &&
    head.subarray(15, 18).every((byte) => byte === 0)
  );
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
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
