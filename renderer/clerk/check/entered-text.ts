import {
  COMPANY_CODE_ALPHABET,
  COMPANY_CODE_LENGTH,
  hasValidCheckCharacter,
} from '../../../shared/certificate/company-code.ts';

/** What the clerk is typing, told while it is typed. */
export type EnteredText =
  | { readonly kind: 'nothing' }
  /** Goes to be judged, whatever it is: the answer says what it looks like. */
  | { readonly kind: 'text' }
  | { readonly kind: 'part-of-code'; readonly code: string }
  | { readonly kind: 'code'; readonly code: string; readonly isRight: boolean };

/** Tells a company code, whole or begun, from everything else; spaces and hyphens group it. */
export function classifyEntered(text: string): EnteredText {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  if (code === '') return { kind: 'nothing' };
  // A company's code begins with two digits of its register, or with a letter and a digit.
  if (!/^[1-9ANY][1-59][0-9A-Z]*$/.test(code) || code.length > COMPANY_CODE_LENGTH)
    return { kind: 'text' };
  if (code.length < COMPANY_CODE_LENGTH) return { kind: 'part-of-code', code };
  return { kind: 'code', code, isRight: hasValidCheckCharacter(code) };
}

/** Places, counted from 1, of letters that no code has: I, O, S, V and Z look like digits. */
export function strangePlaces(code: string): readonly number[] {
  return [...code].flatMap((character, index) =>
    COMPANY_CODE_ALPHABET.includes(character) ? [] : [index + 1],
  );
}
