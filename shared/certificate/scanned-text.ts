import { MAX_CERTIFICATE_TEXT_LENGTH } from '../limits.ts';
import type { ForeignKind } from '../verify/verdict.ts';
import { foreignKindOf } from './foreign-code.ts';

/** What a scanned text turned out to be, before anything is decoded. */
export type ScannedText =
  | { readonly kind: 'certificate'; readonly base45: string }
  | { readonly kind: 'certificate-too-long' }
  | { readonly kind: 'newer-format' }
  | { readonly kind: 'foreign'; readonly looksLike: ForeignKind };

const PREFIX = 'PCC1:';
// Another digit, or more digits than one, announces a format this terminal does not know yet.
const NEWER_FORMAT = /^PCC(?:[02-9]|1[0-9])/;

// Scanners add line ends, tabs and group separators; both ends are cleaned, the inside is not touched.
const ADDED_BY_SCANNERS = /^[\s\p{Cc}]$/u;

/** Classifies a scanned text of any length in linear time. */
export function classifyScannedText(scanned: string): ScannedText {
  const text = withoutScannerAdditions(scanned);
  if (NEWER_FORMAT.test(text)) return { kind: 'newer-format' };
  if (!text.startsWith(PREFIX)) return { kind: 'foreign', looksLike: foreignKindOf(text) };
  if (text.length > MAX_CERTIFICATE_TEXT_LENGTH) return { kind: 'certificate-too-long' };
  return { kind: 'certificate', base45: text.slice(PREFIX.length) };
}

/** Puts the format's prefix before the Base45 of a certificate. */
export function writeCertificateText(base45: string): string {
  return PREFIX + base45;
}

// Walked from both ends, because a pattern anchored at the end backtracks over a long text.
function withoutScannerAdditions(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ADDED_BY_SCANNERS.test(text.charAt(start))) start++;
  while (end > start && ADDED_BY_SCANNERS.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
