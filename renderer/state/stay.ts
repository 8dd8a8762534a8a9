import { isPlain } from './comfort.ts';
import { answerOf, type KioskState } from './kiosk-state.ts';

/** Without a touch for so long, whoever was at the screen has left. */
export const IDLE_MS = 60_000;

/** Before anything goes away a visitor has this long to ask for more time (WCAG 2.2.1). */
export const WARNING_MS = 20_000;

/** How long what is on the screen stays. Monotonic milliseconds. */
export interface Stay {
  readonly shownAtMs: number;
  readonly endsAtMs: number;
}

/** The countdown of the present screen; `undefined` for the scanner as everybody finds it. */
export function stayOf(state: KioskState): Stay | undefined {
  const answer = answerOf(state);
  if (answer !== undefined) return answer;
  if (state.touchedAtMs === undefined || !hasSomethingToReset(state)) return undefined;
  return { shownAtMs: state.touchedAtMs, endsAtMs: state.touchedAtMs + IDLE_MS };
}

/** Whether a stay is so near its end that it is warned about; one that is all short is not. */
export function isNearEnd({ shownAtMs, endsAtMs }: Stay, nowMs: number): boolean {
  return endsAtMs - shownAtMs > WARNING_MS && endsAtMs - nowMs <= WARNING_MS;
}

function hasSomethingToReset({ page, language, comfort, terminal }: KioskState): boolean {
  return page !== undefined || language !== terminal.language || !isPlain(comfort);
}
