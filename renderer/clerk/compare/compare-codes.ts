import { extractCompanyCodes } from './extract-company-code.ts';

/** The company code of the certificate beside that of the licence in hand. */
export type Comparison =
  | { readonly kind: 'match'; readonly code: string }
  | {
      readonly kind: 'mismatch';
      /** Of the certificate. */
      readonly expected: string;
      /** Of the licence. */
      readonly found: string;
      /** Places of the characters that differ, counted from 1. */
      readonly positions: readonly number[];
    }
  /** Nothing of 18 characters was found in what was typed or scanned. */
  | { readonly kind: 'no-code' };

/**
 * Compares what was typed or scanned from a licence with the code of a certificate. A licence may
 * show more than one code, such as its office's: one that matches is enough.
 */
export function compareCodes(expected: string, licence: string): Comparison {
  const found = extractCompanyCodes(licence);
  if (found.includes(expected)) return { kind: 'match', code: expected };
  const [first] = found;
  if (first === undefined) return { kind: 'no-code' };
  return { kind: 'mismatch', expected, found: first, positions: differences(expected, first) };
}

function differences(expected: string, found: string): number[] {
  return [...expected].flatMap((character, index) =>
    character === found.charAt(index) ? [] : [index + 1],
  );
}
