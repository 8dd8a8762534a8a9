/** A code that was read, and when it was last in view (monotonic milliseconds). */
interface SeenCode {
  readonly text: string;
  readonly lastSeenMs: number;
}

/** The codes in view that count as read already. */
export type SeenCodes = readonly SeenCode[];

/** What one frame showed. */
export interface Sighting {
  /** Text of the code in the frame; `undefined` when none was found. */
  readonly text: string | undefined;
  readonly nowMs: number;
  /** How long a code has to be out of view before it counts again. */
  readonly rearmMs: number;
  /** Whether the screen would take this code as a new scan now. */
  readonly isWelcome: boolean;
}

/** Codes remembered at once; nobody holds up more, and a flickering screen must not grow the list. */
const MAX_SEEN = 8;

/**
 * Decides whether a frame holds a new scan. The same code counts once until it has been out of
 * view for `rearmMs`; several codes are remembered at once, so that two phones side by side do not
 * alternate. A code that is not welcome is not remembered: it counts as soon as it is.
 */
export function observeCode(
  seen: SeenCodes,
  sighting: Sighting,
): { readonly seen: SeenCodes; readonly isNew: boolean } {
  const { text, nowMs } = sighting;
  const inView = seen.filter((code) => nowMs - code.lastSeenMs < sighting.rearmMs);
  if (text === undefined) return { seen: inView, isNew: false };
  const isKnown = inView.some((code) => code.text === text);
  if (!isKnown && !sighting.isWelcome) return { seen: inView, isNew: false };
  const others = inView.filter((code) => code.text !== text);
  return { seen: [...others, { text, lastSeenMs: nowMs }].slice(-MAX_SEEN), isNew: !isKnown };
}
