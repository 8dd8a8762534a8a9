import type { Terminal } from '../../shared/ipc/contract.ts';
import type { IpcFailureCode } from '../../shared/ipc/reply.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import type { CameraProblem } from '../scan/camera-problem.ts';
import type { Language } from '../text/language.ts';

/** The camera, apart from what the visitor is shown: it goes on while a verdict is read. */
export type CameraState =
  | { readonly status: 'starting' }
  | { readonly status: 'live' }
  | { readonly status: 'unavailable'; readonly problem: CameraProblem };

/** What is on the screen for one visitor, and when it goes away. Monotonic milliseconds. */
export interface Answer {
  /** Counts the scans; tells one answer from the next. */
  readonly scan: number;
  readonly content:
    | { readonly kind: 'verdict'; readonly verdict: Verdict }
    | { readonly kind: 'check-failed'; readonly code: IpcFailureCode };
  readonly shownAtMs: number;
  readonly endsAtMs: number;
}

/** The present visit. While a second certificate is checked, the first answer stays on the screen. */
export type Visit =
  | { readonly step: 'none' }
  | {
      readonly step: 'checking';
      readonly scan: number;
      readonly startedAtMs: number;
      readonly answer: Answer | undefined;
    }
  | { readonly step: 'answered'; readonly answer: Answer };

/** Everything the screen is drawn from. Never holds a scanned text. */
export interface KioskState {
  readonly terminal: Terminal;
  readonly camera: CameraState;
  readonly visit: Visit;
  readonly language: Language;
  /** When the visitor chose a language other than the terminal's; `undefined` when nobody did. */
  readonly languageChosenAtMs: number | undefined;
}

/** Everything that can happen. Times are monotonic milliseconds and passed in. */
export type KioskEvent =
  | { readonly type: 'camera-live' }
  | { readonly type: 'camera-lost'; readonly problem: CameraProblem }
  | { readonly type: 'check-started'; readonly scan: number; readonly nowMs: number }
  | {
      readonly type: 'check-answered';
      readonly scan: number;
      readonly content: Answer['content'];
      readonly nowMs: number;
    }
  | { readonly type: 'visitor-done' }
  | { readonly type: 'more-time-asked'; readonly nowMs: number }
  | { readonly type: 'language-switched'; readonly nowMs: number }
  | { readonly type: 'time-passed'; readonly nowMs: number };

/** The state of a terminal that was just switched on. */
export function initialState(terminal: Terminal): KioskState {
  return {
    terminal,
    camera: { status: 'starting' },
    visit: { step: 'none' },
    language: terminal.language,
    languageChosenAtMs: undefined,
  };
}

/** The answer on the screen, if any. */
export function answerOf(state: KioskState): Answer | undefined {
  return state.visit.step === 'none' ? undefined : state.visit.answer;
}
