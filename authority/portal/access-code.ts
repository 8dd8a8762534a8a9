import { randomBytes } from 'node:crypto';

/** Crockford's alphabet of 32: no I, L, O or U, which are misread or make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
// 80 random bits: nobody guesses them at a door that counts, and hardly with the hashes in hand.
const CODE_LENGTH = 16;
const GROUPS = /.{4}(?=.)/g;

/** A new access code, 16 characters, as the office hands it out in groups of four. */
export function newAccessCode(): string {
  // 256 is a multiple of 32, so every character is equally likely.
  const characters = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET.charAt(byte % 32));
  return characters.join('').replace(GROUPS, '$&-');
}

/** An access code as it is compared: how people type one (small letters, spaces, O for 0) is let through. */
export function plainAccessCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
