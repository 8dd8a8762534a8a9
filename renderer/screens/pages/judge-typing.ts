import {
  COMPANY_CODE_LENGTH,
  companyCodeCheckCharacter,
  hasValidCheckCharacter,
} from '../../../shared/certificate/company-code.ts';

/** What can be said about a code while it is being typed. */
export type TypingJudgement =
  | { readonly kind: 'remaining'; readonly remaining: number }
  /** One is missing, and the others say which. */
  | { readonly kind: 'expected'; readonly character: string }
  | { readonly kind: 'fits' | 'doesNotFit' };

/** Judges by the check character of GB 32100-2015; a code that fails it may still be a real one. */
export function judgeTyping(code: string): TypingJudgement {
  const remaining = COMPANY_CODE_LENGTH - code.length;
  if (remaining > 1) return { kind: 'remaining', remaining };
  if (remaining === 0) return { kind: hasValidCheckCharacter(code) ? 'fits' : 'doesNotFit' };
  const character = companyCodeCheckCharacter(code);
  return character === undefined
    ? { kind: 'remaining', remaining }
    : { kind: 'expected', character };
}
