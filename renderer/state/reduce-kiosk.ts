import type { Terminal } from '../../shared/ipc/contract.ts';
import { unreachable } from '../../shared/result.ts';
import { looksLikeCertificate } from '../scan/certificate-text.ts';
import { otherLanguage } from '../text/language.ts';
import { observeView, restartAttention } from './attention.ts';
import { pressComfort } from './comfort.ts';
import {
  type Answer,
  answerOf,
  isOutOfOrder,
  type KioskEvent,
  type KioskState,
} from './kiosk-state.ts';
import { acceptAnswer, endVisit, passTime } from './pass-time.ts';

/** The next state. Pure: the time arrives with the event. */
export function reduceKiosk(state: KioskState, event: KioskEvent): KioskState {
  switch (event.type) {
    case 'camera-live':
      return { ...state, camera: { status: 'live' } };
    case 'camera-lost':
      return loseCamera(state, event);
    case 'view-changed':
      return { ...state, attention: observeView(state.attention, event.inView, event.nowMs) };
    case 'check-started':
      return startCheck(state, event);
    case 'check-answered':
      return acceptAnswer(state, event);
    case 'visitor-done':
      return endVisit(state);
    case 'touched':
      return touch(state, event.nowMs);
    case 'page-opened':
      return { ...touch(state, event.nowMs), page: event.page };
    case 'page-closed':
      return { ...state, page: undefined };
    case 'code-typed':
      return { ...state, page: { name: 'type-code', code: event.code } };
    case 'grade-uncovered':
      return changeAnswer(state, { isGradeUncovered: true });
    case 'slip-asked':
      return changeAnswer(touch(state, event.nowMs), { slip: 'printing' });
    case 'slip-ended':
      return answerOf(state)?.scan === event.scan
        ? changeAnswer(state, { slip: event.outcome })
        : state;
    case 'comfort-pressed':
      return {
        ...touch(state, event.nowMs),
        comfort: pressComfort(state.comfort, event.control),
      };
    case 'language-switched':
      return { ...touch(state, event.nowMs), language: otherLanguage(state.language) };
    case 'terminal-read':
      return takeSettings(state, event.terminal);
    case 'time-passed':
      return passTime(state, event.nowMs);
    default:
      return unreachable(event);
  }
}

/**
 * Whether a code that comes into view would be checked now: any code while nobody is served;
 * while somebody reads an answer or a page, only a certificate; none while one is being checked or
 * a slip comes out, which would be the wrong one.
 */
export function welcomesCode(state: KioskState, text: string): boolean {
  if (isOutOfOrder(state)) return false;
  switch (state.visit.step) {
    case 'none':
      return state.page === undefined || looksLikeCertificate(text);
    case 'checking':
      return false;
    case 'answered':
      return state.visit.answer.slip !== 'printing' && looksLikeCertificate(text);
    default:
      return unreachable(state.visit);
  }
}

function loseCamera(
  state: KioskState,
  { problem }: Extract<KioskEvent, { type: 'camera-lost' }>,
): KioskState {
  // A camera that fails again while it is being reopened has been gone since the first time.
  const gone = state.camera.status === 'unavailable' ? state.camera : undefined;
  return {
    ...state,
    camera: {
      status: 'unavailable',
      problem,
      sinceMs: gone?.sinceMs,
      isLost: gone?.isLost ?? false,
    },
  };
}

function startCheck(
  state: KioskState,
  { scan, nowMs }: Extract<KioskEvent, { type: 'check-started' }>,
): KioskState {
  return {
    ...state,
    attention: restartAttention(state.attention),
    visit: { step: 'checking', scan, startedAtMs: nowMs, answer: answerOf(state) },
  };
}

/**
 * Somebody is at the screen. Whoever touches it needs the full span again, also for a code that is
 * no certificate (WCAG 2.2.1).
 */
function touch(state: KioskState, nowMs: number): KioskState {
  const endsAtMs = nowMs + state.terminal.verdictSeconds * 1_000;
  const touched = changeAnswer(state, { shownAtMs: nowMs, endsAtMs });
  return { ...touched, touchedAtMs: nowMs, isWarned: false };
}

function changeAnswer(state: KioskState, change: Partial<Answer>): KioskState {
  if (state.visit.step !== 'answered') return state;
  return { ...state, visit: { step: 'answered', answer: { ...state.visit.answer, ...change } } };
}

/** Takes over changed settings; a camera whose settings are the same goes on undisturbed. */
function takeSettings(state: KioskState, terminal: Terminal): KioskState {
  if (JSON.stringify(terminal) === JSON.stringify(state.terminal)) return state;
  const isSameCamera = JSON.stringify(terminal.camera) === JSON.stringify(state.terminal.camera);
  const camera = isSameCamera ? state.terminal.camera : terminal.camera;
  const isOwnChoice = state.language !== state.terminal.language;
  return {
    ...state,
    terminal: { ...terminal, camera },
    language: isOwnChoice ? state.language : terminal.language,
  };
}
