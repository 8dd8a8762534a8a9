import { unreachable } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { Admission } from './door.ts';
import type { SignInProblem } from './pages/sign-in-page.ts';
import type { Texts } from './text/texts.ts';

/** Why an attempt did not lead in. */
export type Refusal =
  | Exclude<Admission, { kind: 'admitted' }>
  | { readonly kind: 'limited' }
  | { readonly kind: 'bad-form' };

/** What the sign-in page says about it, and its status (RFC 9110, RFC 6585). */
export function signInProblem(
  refusal: Refusal,
  { signIn }: Texts,
  now: EpochSeconds,
): { readonly status: number; readonly problem: SignInProblem } {
  const about = (status: number, words: string, isAboutCompany = false) => {
    return { status, problem: { words, isAboutCompany } };
  };
  switch (refusal.kind) {
    case 'bad-form':
      return about(422, signIn.badForm, true);
    case 'refused':
      return about(422, signIn.refused);
    case 'locked':
      return about(429, signIn.locked(Math.max(1, Math.ceil((refusal.until - now) / 60))));
    case 'limited':
      return about(429, signIn.limited);
    case 'busy':
      return about(503, signIn.busy);
    default:
      return unreachable(refusal);
  }
}
