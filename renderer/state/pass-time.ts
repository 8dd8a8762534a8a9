import { unreachable } from '../../shared/result.ts';
import { awaitReading, restartAttention } from './attention.ts';
import { PLAIN_COMFORT } from './comfort.ts';
import type { Answer, KioskEvent, KioskState } from './kiosk-state.ts';
import { isNearEnd, stayOf } from './stay.ts';

/** A check takes milliseconds; without a reply for this long none will come. */
const CHECK_LIMIT_MS = 3_000;

/** A camera that is gone for so long does not come back by itself. */
const CAMERA_LOST_AFTER_MS = 120_000;

/** What passing time makes of the state; the same object when nothing changes. */
export function passTime(state: KioskState, nowMs: number): KioskState {
  return passVisit(passScanner(state, nowMs), nowMs);
}

/** Forgets everything of the visitor: what was shown, typed, chosen. */
export function endVisit(state: KioskState): KioskState {
  return {
    ...state,
    visit: { step: 'none' },
    page: undefined,
    language: state.terminal.language,
    comfort: PLAIN_COMFORT,
    attention: restartAttention(state.attention),
    touchedAtMs: undefined,
    isWarned: false,
  };
}

/** What a visitor has not asked for yet. */
const NOT_ASKED = { isGradeUncovered: false, slip: 'none' } as const;

/** The answer to the check that is being waited for; any other comes too late. */
export function acceptAnswer(
  state: KioskState,
  event: Extract<KioskEvent, { type: 'check-answered' }>,
): KioskState {
  // The visitor pressed "done" meanwhile: nothing of the scan may come back to the screen.
  if (state.visit.step !== 'checking' || state.visit.scan !== event.scan) return state;
  const { scan, content, nowMs } = event;
  const endsAtMs = nowMs + durationMs(state, content);
  const answer: Answer = { scan, content, shownAtMs: nowMs, endsAtMs, ...NOT_ASKED };
  return { ...state, visit: { step: 'answered', answer }, page: undefined, isWarned: false };
}

function durationMs(state: KioskState, content: Answer['content']): number {
  const isForeign = content.kind === 'verdict' && content.verdict.outcome === 'not-a-certificate';
  const { foreignCodeSeconds, verdictSeconds } = state.terminal;
  return (isForeign ? foreignCodeSeconds : verdictSeconds) * 1_000;
}

/** Camera and hints, which go on whatever is shown. */
function passScanner(state: KioskState, nowMs: number): KioskState {
  const { camera } = state;
  if (camera.status === 'unavailable') {
    const sinceMs = camera.sinceMs ?? nowMs;
    const isLost = nowMs - sinceMs >= CAMERA_LOST_AFTER_MS;
    if (sinceMs === camera.sinceMs && isLost === camera.isLost) return state;
    return { ...state, camera: { ...camera, sinceMs, isLost } };
  }
  // Whoever reads an answer or a page needs no help with scanning.
  if (state.visit.step !== 'none' || state.page !== undefined) return state;
  const attention = awaitReading(state.attention, nowMs);
  return attention === state.attention ? state : { ...state, attention };
}

function passVisit(state: KioskState, nowMs: number): KioskState {
  switch (state.visit.step) {
    case 'checking':
      return nowMs - state.visit.startedAtMs >= CHECK_LIMIT_MS ? giveUpCheck(state, nowMs) : state;
    case 'none':
    case 'answered':
      return passStay(state, nowMs);
    default:
      return unreachable(state.visit);
  }
}

function passStay(state: KioskState, nowMs: number): KioskState {
  const stay = stayOf(state);
  if (stay === undefined) return state;
  if (nowMs >= stay.endsAtMs) return endVisit(state);
  const isWarned = isNearEnd(stay, nowMs);
  return isWarned === state.isWarned ? state : { ...state, isWarned };
}

function giveUpCheck(state: KioskState, nowMs: number): KioskState {
  if (state.visit.step !== 'checking') return state;
  const content = { kind: 'check-failed', code: 'internal-error' } as const;
  return acceptAnswer(state, { type: 'check-answered', scan: state.visit.scan, content, nowMs });
}
