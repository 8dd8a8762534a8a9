import {
  hasCompanyCodeForm,
  hasValidCheckCharacter,
} from '../../../shared/certificate/company-code.ts';

/** Root of the identifiers of electronic licences (GB/T 36904); the codes in one are of offices. */
const LICENCE_IDENTIFIER = /\b1\.2\.156\.3005\.2\.[0-9A-Z.]+/g;

/** Characters looked at; a licence's QR code holds at most a few hundred. */
const MAX_LENGTH = 4_096;

/**
 * Finds unified codes in what a licence's QR code holds: the bare code, an address with the code in
 * it, or words around it. Those with a right check character come first. Spaces and hyphens are let
 * through only where nothing else stands, as when somebody types in groups of four.
 */
export function extractCompanyCodes(text: string): readonly string[] {
  const upper = text.slice(0, MAX_LENGTH).toUpperCase();
  const bare = upper.replace(/[\s-]/g, '');
  if (hasCompanyCodeForm(bare)) return [bare];
  const words = upper.replace(LICENCE_IDENTIFIER, ' ').match(/[0-9A-Z]+/g) ?? [];
  const codes = [...new Set(words.filter(hasCompanyCodeForm))];
  const isRight = (code: string) => (hasValidCheckCharacter(code) ? 0 : 1);
  return codes.sort((a, b) => isRight(a) - isRight(b));
}
