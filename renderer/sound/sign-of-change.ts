import { type Look, lookOf } from '../screens/look.ts';
import { answerOf, type KioskState } from '../state/kiosk-state.ts';
import type { Sign } from './signs.ts';

/** The sign of each look, so that a result can be told without looking. */
export const SIGN_OF_LOOK: Readonly<Record<Look, Sign>> = {
  open: 'accept',
  standard: 'other',
  time: 'other',
  foreign: 'other',
  refused: 'refuse',
  // The terminal's own trouble, not the certificate's.
  undecided: 'fault',
};

/** What is heard when one state follows another; `undefined` for silence. */
export function signOfChange(before: KioskState, after: KioskState): Sign | undefined {
  const answer = answerOf(after);
  if (answer !== undefined && answer.scan !== answerOf(before)?.scan) {
    return SIGN_OF_LOOK[lookOf(answer.content)];
  }
  if (after.visit.step === 'checking' && before.visit.step !== 'checking') return 'read';
  return after.isWarned && !before.isWarned ? 'warning' : undefined;
}
