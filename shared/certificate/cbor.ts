import { decode, encode } from 'cbor2';
import { MAX_CBOR_NESTING } from '../limits.ts';
import { failure, type Result, success } from '../result.ts';
import { fitsCborProfile } from './cbor-profile.ts';

// The strictest reading the library offers: maps stay maps (`__proto__` is only a key), no tag
// builds a date, a regular expression or a big number, and a float is never taken for an integer.
const DECODE_OPTIONS = {
  preferMap: true,
  rejectDuplicateKeys: true,
  rejectStreaming: true,
  requirePreferred: true,
  rejectUndefined: true,
  rejectFloats: true,
  rejectSimple: true,
  rejectBigInts: true,
  rejectNegativeZero: true,
  ignoreGlobalTags: true,
  // A backstop only, the profile counts exactly: the library counts an array as two levels.
  maxDepth: MAX_CBOR_NESTING * 3,
} as const;

// Bytes the encoder sets aside at first. Its own 4,096 are zeroed for each item and cost more than
// the encoding itself of a certificate, which has some 250.
const ENCODE_OPTIONS = { chunkSize: 512 } as const;

/**
 * Decodes one bounded CBOR item from a stranger. Never throws.
 * Source: RFC 8949; the profile is that of `fitsCborProfile`.
 */
export function decodeCbor(bytes: Uint8Array): Result<unknown, 'malformed'> {
  if (!fitsCborProfile(bytes)) return failure('malformed');
  try {
    return success(decode(bytes, DECODE_OPTIONS));
  } catch {
    // The library reports what is left after the profile (UTF-8, floats, undefined) by throwing
    // errors of several classes; for the reader they all mean the same.
    return failure('malformed');
  }
}

/** Encodes maps, arrays, text, bytes and integers in the shortest form. */
export function encodeCbor(value: unknown): Uint8Array {
  return encode(value, ENCODE_OPTIONS);
}
