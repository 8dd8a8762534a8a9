import { hasValidCheckCharacter } from '../../../shared/certificate/company-code.ts';

/** What the clerk is typing, told while it is typed. */
export type EnteredText =
  | { readonly kind: 'nothing' }
  /** Goes to be judged, whatever it is: the answer says what it looks like. */
  | { readonly kind: 'text' }
  | { readonly kind: 'part-of-code'; readonly length: number }
  | { readonly kind: 'code'; readonly code: string; readonly isRight: boolean };

const CODE_LENGTH = 18;

/** Tells a company code, whole or begun, from everything else; spaces and hyphens group it. */
export function classifyEntered(text: string): EnteredText {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  if (code === '') return { kind: 'nothing' };
  // A company's code begins with two digits of its register, or with a letter and a digit.
  if (!/^[1-9ANY][1-59][0-9A-Z]*$/.test(code) || code.length > CODE_LENGTH) return { kind: 'text' };
  if (code.length < CODE_LENGTH) return { kind: 'part-of-code', length: code.length };
  return { kind: 'code', code, isRight: hasValidCheckCharacter(code) };
}
