import type { FileNotice, FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { MAX_INTAKE_FILE_BYTES } from '../../shared/limits.ts';
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE, MAX_PAGES } from '../reading/limits.ts';
import type { Unreadable } from './read-item.ts';

const CONVERT = 'save it as PNG, JPEG or PDF';
const PIXELS = `${MAX_IMAGE_PIXELS / 1_000_000} megapixels, ${MAX_IMAGE_SIDE} a side`;

/** Why a file gave no code, for scripts and for people at a terminal. */
export const REFUSAL_WORDS: Readonly<Record<FileRefusal, Unreadable>> = {
  empty: { code: 'empty-input', message: 'there is nothing in it' },
  'too-large': {
    code: 'file-too-large',
    message: `it is larger than ${MAX_INTAKE_FILE_BYTES / 1_048_576} MiB`,
  },
  heic: { code: 'unsupported-format', message: `HEIC picture (iPhone): ${CONVERT}` },
  avif: { code: 'unsupported-format', message: `AVIF picture: ${CONVERT}` },
  'other-picture': {
    code: 'unsupported-format',
    message: `a kind of picture that is not read here: ${CONVERT}`,
  },
  video: { code: 'unsupported-format', message: 'video: take a still picture of the code' },
  archive: {
    code: 'unsupported-format',
    message: 'archive or office document: unpack it, or save it as PDF',
  },
  'not-a-picture': {
    code: 'unsupported-format',
    message: 'neither a picture, a PDF, an OFD nor text in UTF-8',
  },
  damaged: { code: 'damaged-file', message: 'it is damaged or cut off' },
  'too-many-pixels': { code: 'image-too-large', message: `the limit of a picture is ${PIXELS}` },
  'too-many-pages': { code: 'too-many-pages', message: `it has more than ${MAX_PAGES} pages` },
  'unpacks-too-large': {
    code: 'unpacks-too-large',
    message: 'it would unpack to more than is looked at',
  },
  encrypted: { code: 'password-protected', message: 'it opens only with a password' },
  'no-code': { code: 'no-code-found', message: 'no QR code is to be seen in it' },
  'timed-out': { code: 'time-limit', message: 'reading it takes too long' },
  'reader-failed': { code: 'reader-failed', message: 'reading it ended abnormally' },
  unreadable: { code: 'not-readable', message: 'it cannot be read' },
};

/** What was left out of a file that gave codes. */
export const NOTICE_WORDS: Readonly<Record<FileNotice, string>> = {
  'not-all-looked-at': 'not everything in it was looked at: it takes too long',
  'parts-damaged': 'some of its pages or pictures are damaged',
};
