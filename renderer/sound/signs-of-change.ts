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

/**
 * What is heard, one after the other, when one state follows another. A check mostly takes less time
 * than a drawing: its beginning and its answer then come together, and the click is heard all the same.
 */
export function signsOfChange(before: KioskState, after: KioskState): readonly Sign[] {
  const wasChecking = before.visit.step === 'checking';
  const answer = answerOf(after);
  if (answer !== undefined && answer.scan !== answerOf(before)?.scan) {
    const sign = SIGN_OF_LOOK[lookOf(answer.content)];
    return wasChecking ? [sign] : ['read', sign];
  }
  if (after.visit.step === 'checking' && !wasChecking) return ['read'];
  return after.isWarned && !before.isWarned ? ['warning'] : [];
}
