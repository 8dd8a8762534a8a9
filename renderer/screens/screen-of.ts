import { unreachable } from '../../shared/result.ts';
import type { CameraProblem } from '../scan/camera-problem.ts';
import { type Answer, answerOf, isOutOfOrder, type KioskState } from '../state/kiosk-state.ts';

/** What is to be seen, of all a state holds. */
export type Screen =
  | { readonly name: 'levels' | 'privacy' }
  | { readonly name: 'type-code' | 'typed-code'; readonly code: string }
  | { readonly name: 'answer'; readonly answer: Answer }
  | { readonly name: 'out-of-order' }
  | { readonly name: 'camera-unavailable'; readonly problem: CameraProblem }
  | { readonly name: 'starting' | 'scan' };

/** A page lies over an answer, an answer over the scanner, and a terminal out of order has neither. */
export function screenOf(state: KioskState): Screen {
  if (state.page !== undefined) return state.page;
  const answer = answerOf(state);
  if (answer !== undefined) return { name: 'answer', answer };
  if (isOutOfOrder(state)) return { name: 'out-of-order' };
  const { camera } = state;
  switch (camera.status) {
    case 'starting':
      return { name: 'starting' };
    case 'live':
      return { name: 'scan' };
    case 'unavailable':
      return { name: 'camera-unavailable', problem: camera.problem };
    default:
      return unreachable(camera);
  }
}
