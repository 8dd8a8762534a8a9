import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import { answerOf, type KioskState } from '../state/kiosk-state.ts';

/** Grades at the foot of the scale that may be covered in public. */
const LOW_GRADES = 2;

/**
 * Whether the grade on the screen is covered: where the terminal is set so, for the two lowest of
 * the signed scale, until the visitor asks. With a scale that is not known here every grade counts.
 */
export function isGradeCovered(state: KioskState, policy: ShownPolicy | undefined): boolean {
  const answer = answerOf(state);
  if (!state.terminal.hideLowGradesInPublic || answer?.isGradeUncovered !== false) return false;
  const { content } = answer;
  if (content.kind !== 'verdict' || content.verdict.outcome !== 'accepted') return false;
  const low = policy?.scale.slice(-LOW_GRADES).map(({ code }) => code);
  return low === undefined || low.includes(content.verdict.certificate.grade);
}
