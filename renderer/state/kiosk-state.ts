import type { Terminal } from '../../shared/ipc/contract.ts';
import type { IpcFailureCode } from '../../shared/ipc/reply.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import type { CameraProblem } from '../scan/camera-problem.ts';
import type { InView } from '../scan/code-reader.ts';
import type { Language } from '../text/language.ts';
import { type Attention, NO_ATTENTION } from './attention.ts';
import { type Comfort, type ComfortControl, PLAIN_COMFORT } from './comfort.ts';

/** The camera, apart from what the visitor is shown: it goes on while a verdict is read. */
export type CameraState =
  | { readonly status: 'starting' }
  | { readonly status: 'live' }
  | {
      readonly status: 'unavailable';
      readonly problem: CameraProblem;
      /** `undefined` until time has passed since. */
      readonly sinceMs: number | undefined;
      /** Gone for so long that the terminal counts as out of order. */
      readonly isLost: boolean;
    };

/** What became of a slip. */
export type SlipOutcome = 'printed' | 'failed';

/** What is on the screen for one visitor, and when it goes away. Monotonic milliseconds. */
export interface Answer {
  /** Counts the scans; tells one answer from the next. */
  readonly scan: number;
  readonly content:
    | { readonly kind: 'verdict'; readonly verdict: Verdict }
    | { readonly kind: 'check-failed'; readonly code: IpcFailureCode };
  readonly shownAtMs: number;
  readonly endsAtMs: number;
  /** The visitor asked to see a grade that is covered in public. */
  readonly isGradeUncovered: boolean;
  /** The slip the visitor asked for. */
  readonly slip: 'none' | 'printing' | SlipOutcome;
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

/** A page a visitor opened over the scanner or over an answer. */
export type Page =
  | { readonly name: 'levels' | 'privacy' }
  /** Typing a unified code, and the code shown to a clerk. */
  | { readonly name: 'type-code' | 'typed-code'; readonly code: string };

/** Everything the screen is drawn from. Never holds a scanned text. */
export interface KioskState {
  readonly terminal: Terminal;
  readonly camera: CameraState;
  readonly visit: Visit;
  readonly page: Page | undefined;
  readonly language: Language;
  readonly comfort: Comfort;
  readonly attention: Attention;
  /** When somebody last touched the screen; `undefined` = nobody has since the last visit. */
  readonly touchedAtMs: number | undefined;
  /** What is on the screen goes away within the seconds of warning. */
  readonly isWarned: boolean;
}

/** Everything that can happen. Times are monotonic milliseconds and passed in. */
export type KioskEvent =
  | { readonly type: 'camera-live' }
  | { readonly type: 'camera-lost'; readonly problem: CameraProblem }
  | { readonly type: 'view-changed'; readonly inView: InView; readonly nowMs: number }
  | { readonly type: 'check-started'; readonly scan: number; readonly nowMs: number }
  | {
      readonly type: 'check-answered';
      readonly scan: number;
      readonly content: Answer['content'];
      readonly nowMs: number;
    }
  | { readonly type: 'visitor-done' }
  | { readonly type: 'touched'; readonly nowMs: number }
  | { readonly type: 'page-opened'; readonly page: Page; readonly nowMs: number }
  | { readonly type: 'page-closed' }
  | { readonly type: 'code-typed'; readonly code: string }
  | { readonly type: 'grade-uncovered' }
  | { readonly type: 'slip-asked'; readonly nowMs: number }
  /** @see Answer.scan: a slip that comes too late belongs to nobody. */
  | { readonly type: 'slip-ended'; readonly scan: number; readonly outcome: SlipOutcome }
  | { readonly type: 'comfort-pressed'; readonly control: ComfortControl; readonly nowMs: number }
  | { readonly type: 'language-switched'; readonly nowMs: number }
  | { readonly type: 'terminal-read'; readonly terminal: Terminal }
  | { readonly type: 'time-passed'; readonly nowMs: number };

/** The state of a terminal that was just switched on. */
export function initialState(terminal: Terminal): KioskState {
  return {
    terminal,
    camera: { status: 'starting' },
    visit: { step: 'none' },
    page: undefined,
    language: terminal.language,
    comfort: PLAIN_COMFORT,
    attention: NO_ATTENTION,
    touchedAtMs: undefined,
    isWarned: false,
  };
}

/** The answer on the screen, if any. */
export function answerOf(state: KioskState): Answer | undefined {
  return state.visit.step === 'none' ? undefined : state.visit.answer;
}

/** Whether the terminal serves nobody: taken out by staff, or without a camera for minutes. */
export function isOutOfOrder({ terminal, camera }: KioskState): boolean {
  return terminal.outOfOrder || (camera.status === 'unavailable' && camera.isLost);
}
