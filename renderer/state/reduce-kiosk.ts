import { unreachable } from '../../shared/result.ts';
import { looksLikeCertificate } from '../scan/certificate-text.ts';
import { otherLanguage } from '../text/language.ts';
import { type Answer, answerOf, type KioskEvent, type KioskState } from './kiosk-state.ts';

/** A chosen language goes back to the terminal's after this long without a scan. */
const LANGUAGE_IDLE_MS = 60_000;

/** A check takes milliseconds; without a reply for this long none will come. */
const CHECK_LIMIT_MS = 3_000;

/** The next state. Pure: the time arrives with the event. */
export function reduceKiosk(state: KioskState, event: KioskEvent): KioskState {
  switch (event.type) {
    case 'camera-live':
      return { ...state, camera: { status: 'live' } };
    case 'camera-lost':
      return { ...state, camera: { status: 'unavailable', problem: event.problem } };
    case 'check-started':
      return {
        ...state,
        visit: {
          step: 'checking',
          scan: event.scan,
          startedAtMs: event.nowMs,
          answer: answerOf(state),
        },
      };
    case 'check-answered':
      return acceptAnswer(state, event);
    case 'visitor-done':
      return endVisit(state);
    case 'more-time-asked':
      return restartCountdown(state, event.nowMs);
    case 'language-switched':
      return switchLanguage(state, event.nowMs);
    case 'time-passed':
      return passTime(state, event.nowMs);
    default:
      return unreachable(event);
  }
}

/**
 * Whether a code that comes into view would be checked now: any code while nobody is served;
 * while an answer is read, only another certificate; none while one is being checked.
 */
export function welcomesCode(state: KioskState, text: string): boolean {
  switch (state.visit.step) {
    case 'none':
      return true;
    case 'checking':
      return false;
    case 'answered':
      return looksLikeCertificate(text);
    default:
      return unreachable(state.visit);
  }
}

type Answered = Extract<KioskEvent, { type: 'check-answered' }>;

function acceptAnswer(state: KioskState, event: Answered): KioskState {
  // The visitor pressed "done" meanwhile: nothing of the scan may come back to the screen.
  if (state.visit.step !== 'checking' || state.visit.scan !== event.scan) return state;
  const { scan, content, nowMs } = event;
  const endsAtMs = nowMs + durationMs(state, content);
  const answer: Answer = { scan, content, shownAtMs: nowMs, endsAtMs };
  return { ...state, visit: { step: 'answered', answer } };
}

function durationMs(state: KioskState, content: Answer['content']): number {
  const isForeign = content.kind === 'verdict' && content.verdict.outcome === 'not-a-certificate';
  const { foreignCodeSeconds, verdictSeconds } = state.terminal;
  return (isForeign ? foreignCodeSeconds : verdictSeconds) * 1_000;
}

/** Forgets everything of the visitor, the chosen language included. */
function endVisit(state: KioskState): KioskState {
  return {
    ...state,
    visit: { step: 'none' },
    language: state.terminal.language,
    languageChosenAtMs: undefined,
  };
}

function restartCountdown(state: KioskState, nowMs: number): KioskState {
  if (state.visit.step !== 'answered') return state;
  // Whoever asks for time needs the full span, also for a code that is no certificate (WCAG 2.2.1).
  const endsAtMs = nowMs + state.terminal.verdictSeconds * 1_000;
  const answer = { ...state.visit.answer, shownAtMs: nowMs, endsAtMs };
  return { ...state, visit: { step: 'answered', answer } };
}

function switchLanguage(state: KioskState, nowMs: number): KioskState {
  const language = otherLanguage(state.language);
  const languageChosenAtMs = language === state.terminal.language ? undefined : nowMs;
  return { ...state, language, languageChosenAtMs };
}

function passTime(state: KioskState, nowMs: number): KioskState {
  switch (state.visit.step) {
    case 'none': {
      const chosenAtMs = state.languageChosenAtMs;
      const isIdle = chosenAtMs !== undefined && nowMs - chosenAtMs >= LANGUAGE_IDLE_MS;
      return isIdle ? endVisit(state) : state;
    }
    case 'checking':
      return nowMs - state.visit.startedAtMs >= CHECK_LIMIT_MS ? giveUpCheck(state, nowMs) : state;
    case 'answered':
      return nowMs >= state.visit.answer.endsAtMs ? endVisit(state) : state;
    default:
      return unreachable(state.visit);
  }
}

function giveUpCheck(state: KioskState, nowMs: number): KioskState {
  if (state.visit.step !== 'checking') return state;
  const content = { kind: 'check-failed', code: 'internal-error' } as const;
  return acceptAnswer(state, { type: 'check-answered', scan: state.visit.scan, content, nowMs });
}
