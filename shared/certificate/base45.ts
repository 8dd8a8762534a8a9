import { failure, type Result, success } from '../result.ts';

/**
 * Base45 to the letter of RFC 9285 §4: groups of three characters carry two bytes, a last group of
 * two carries one. Every group has exactly one spelling: values above 65535 or 255, a lone last
 * character and any character outside the alphabet are refused, so no two texts mean the same bytes.
 */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = 45;
const BASE_SQUARED = BASE * BASE;
const NOT_IN_ALPHABET = -1;

/** Why a text is not Base45. */
export type Base45Failure = 'foreign-character' | 'incomplete-group' | 'group-overflow';

// A table over ASCII; anything else, including every non-ASCII character, is outside.
const VALUE_BY_CHARACTER_CODE = new Int8Array(128).fill(NOT_IN_ALPHABET);
for (let value = 0; value < BASE; value++) {
  VALUE_BY_CHARACTER_CODE[ALPHABET.charCodeAt(value)] = value;
}

function valueAt(text: string, index: number): number {
  return VALUE_BY_CHARACTER_CODE[text.charCodeAt(index)] ?? NOT_IN_ALPHABET;
}

/**
 * Decodes Base45 text into bytes. The caller bounds the length of the text.
 * Source: RFC 9285 §4.
 */
export function decodeBase45(text: string): Result<Uint8Array, Base45Failure> {
  if (text.length % 3 === 1) return failure('incomplete-group');
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let written = 0;
  for (let index = 0; index < text.length; index += 3) {
    const first = valueAt(text, index);
    const second = valueAt(text, index + 1);
    const isPair = index + 2 >= text.length;
    const third = isPair ? 0 : valueAt(text, index + 2);
    if (first < 0 || second < 0 || third < 0) return failure('foreign-character');
    const group = first + second * BASE + third * BASE_SQUARED;
    if (group > (isPair ? 0xff : 0xffff)) return failure('group-overflow');
    if (!isPair) bytes[written++] = group >> 8;
    bytes[written++] = group & 0xff;
  }
  return success(bytes);
}

/** Encodes bytes as Base45 text. Source: RFC 9285 §4. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    const high = bytes[index] ?? 0;
    const low = bytes[index + 1];
    const group = low === undefined ? high : high * 256 + low;
    text += ALPHABET.charAt(group % BASE) + ALPHABET.charAt(Math.floor(group / BASE) % BASE);
    if (low !== undefined) text += ALPHABET.charAt(Math.floor(group / BASE_SQUARED));
  }
  return text;
}
