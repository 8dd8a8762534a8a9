import { failure, type Result, success } from '../../shared/result.ts';

/** Kinds of files a code is looked for in, told by their first bytes; a name can say anything. */
export type PictureKind = 'png' | 'jpeg' | 'webp' | 'pdf';
export type FileKind = PictureKind | 'lines';

// Bytes as Latin-1 characters, so that a signature can be written down as a pattern.
const PICTURES: readonly (readonly [PictureKind, RegExp])[] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF[^]{4}WEBP/],
  // Readers accept a PDF with up to 1,024 foreign bytes before its header, and printers write such.
  ['pdf', /^[^]{0,1019}%PDF-/],
];

const CONVERT = 'save it as PNG, JPEG or PDF';
const UNSUPPORTED: readonly (readonly [string, RegExp])[] = [
  [`HEIC picture (iPhone): ${CONVERT}`, /^[^]{4}ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1)/],
  [`AVIF picture: ${CONVERT}`, /^[^]{4}ftypavi[fs]/],
  ['video: take a still picture of the code', /^[^]{4}ftyp/],
  [`GIF picture: ${CONVERT}`, /^GIF8[79]a/],
  [`TIFF picture: ${CONVERT}`, /^(?:II\*\0|MM\0\*)/],
  [`BMP picture: ${CONVERT}`, /^BM[^]{4}\0\0\0\0/],
  [`JPEG XL or JPEG 2000 picture: ${CONVERT}`, /^(?:\xff\x0a|\0\0\0\x0c(?:JXL |jP {2}))/],
  [`SVG drawing: ${CONVERT}`, /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^]{0,2000}?)?<svg[\s>]/],
  ['ZIP archive or office document: save it as PDF', /^PK\x03\x04/],
  ['OFD document: save it as PDF', /^OFD/],
  ['text in UTF-16: save it as UTF-8', /^(?:\xff\xfe|\xfe\xff)/],
];

/**
 * Tells what a file is.
 * @param head the first bytes of the file
 * @returns the kind, or in words what it is instead
 */
export function tellFileKind(head: Uint8Array): Result<FileKind, string> {
  const start = Buffer.from(head.subarray(0, 4_096)).toString('latin1');
  const picture = PICTURES.find(([, signature]) => signature.test(start));
  if (picture !== undefined) return success(picture[0]);
  const unsupported = UNSUPPORTED.find(([, signature]) => signature.test(start));
  if (unsupported !== undefined) return failure(unsupported[0]);
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
