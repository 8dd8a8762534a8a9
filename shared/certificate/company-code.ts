/**
 * Unified social credit code of a legal entity, 18 characters. Source: GB 32100-2015.
 * Companies exist whose code fails its own check character (early pilot regions), so a failing
 * one is worth a note, never a refusal.
 */

/** No I, O, S, V or Z: they look like digits. A character's position is its value. */
export const COMPANY_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const MODULUS = 31;
const CHECKED_LENGTH = 17;

/** Whether a text has the outer form of a code; letters outside the standard's alphabet are let through. */
export function hasCompanyCodeForm(text: string): boolean {
  return /^[0-9A-Z]{18}$/.test(text);
}

/** The check character for the first 17 characters, or `undefined` when they are not of the standard's alphabet. */
export function companyCodeCheckCharacter(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < CHECKED_LENGTH; index++) {
    const value = COMPANY_CODE_ALPHABET.indexOf(code.charAt(index));
    if (value < 0 || code.charAt(index) === '') return undefined;
    sum += value * weight;
    // The weights of the standard are the powers of 3 modulo 31.
    weight = (weight * 3) % MODULUS;
  }
  // The outer remainder matters: without it a sum divisible by 31 would ask for a 32nd character.
  return COMPANY_CODE_ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

/** Whether a code of 18 characters ends in its right check character. */
export function hasValidCheckCharacter(code: string): boolean {
  return code.length === 18 && companyCodeCheckCharacter(code) === code.charAt(CHECKED_LENGTH);
}

/** Characters of a code, the check character included. */
export const COMPANY_CODE_LENGTH = CHECKED_LENGTH + 1;
