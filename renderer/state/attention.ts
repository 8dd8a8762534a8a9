import type { InView } from '../scan/code-reader.ts';

/** Help for somebody whose code is not read, in the order it is offered. */
export type Hint = 'none' | 'placement' | 'light' | 'type-in';

/** Milliseconds without a reading, while somebody is there, after which each hint comes. */
const HINT_AFTER_MS: readonly (readonly [Hint, number])[] = [
  ['type-in', 20_000],
  ['light', 12_000],
  ['placement', 6_000],
];

/** With nothing in view for so long, whoever was there has left. */
const GONE_AFTER_MS = 3_000;

/** A hall that is never still must not show hints all day: they rest until the view does. */
const SPENT_AFTER_MS = 60_000;

/** Somebody before the terminal who has not been answered yet. Monotonic milliseconds. */
export interface Attention {
  readonly inView: InView;
  /** Since when somebody has been there; `undefined` = nobody is. */
  readonly sinceMs: number | undefined;
  /** Since when nothing has been in view; meaningless while something is. */
  readonly emptySinceMs: number;
  readonly hint: Hint;
}

export const NO_ATTENTION: Attention = {
  inView: 'nothing',
  sinceMs: undefined,
  emptySinceMs: 0,
  hint: 'none',
};

/** Takes in what the camera sees; time does the rest. */
export function observeView(attention: Attention, inView: InView, nowMs: number): Attention {
  if (inView === attention.inView) return attention;
  return { ...attention, inView, ...(inView === 'nothing' ? { emptySinceMs: nowMs } : {}) };
}

/** What passing time makes of it; the same object when nothing changes. */
export function awaitReading(attention: Attention, nowMs: number): Attention {
  const { inView, sinceMs, emptySinceMs } = attention;
  if (inView === 'nothing') {
    const isGone = sinceMs !== undefined && nowMs - emptySinceMs >= GONE_AFTER_MS;
    return isGone ? NO_ATTENTION : withHint(attention, nowMs);
  }
  return withHint({ ...attention, sinceMs: sinceMs ?? nowMs }, nowMs, attention);
}

/** A code was read, or a visit ended: whoever is still in view is counted anew. */
export function restartAttention({ inView }: Attention): Attention {
  return { ...NO_ATTENTION, inView };
}

function withHint(attention: Attention, nowMs: number, same = attention): Attention {
  const { sinceMs } = attention;
  const hint = sinceMs === undefined ? 'none' : hintAfter(nowMs - sinceMs);
  return sinceMs === same.sinceMs && hint === same.hint ? same : { ...attention, hint };
}

function hintAfter(waitedMs: number): Hint {
  if (waitedMs >= SPENT_AFTER_MS) return 'none';
  return HINT_AFTER_MS.find(([, afterMs]) => waitedMs >= afterMs)?.[0] ?? 'none';
}
