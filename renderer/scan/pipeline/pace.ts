import { hasChanged, type Thumbnail } from './thumbnail.ts';

/** Full rate goes on for this long after the last change or the last sign of a code. */
const ALERT_MS = 2_500;
/** Between two looks at a view in which nothing happens; a change is noticed at once all the same. */
const IDLE_INTERVAL_MS = 1_000;
/** A hand that holds something up never keeps it still for so long. */
const STILL_AFTER_MS = 600;
/** What frames are compared with is renewed slowly, so that a slow approach adds up to a change. */
const RENEW_EVERY_MS = 400;

/** What the pace is decided on. */
export interface Pace {
  /** Whether this frame is worth reading. */
  readonly isDue: (thumbnail: Thumbnail, nowMs: number) => boolean;
  /** Whether something happened in view within the last seconds. */
  readonly isAlert: (nowMs: number) => boolean;
  /** Whether nothing has moved in view lately. */
  readonly isStill: (nowMs: number) => boolean;
  /** A code was found in the frame, read or not: stay alert. */
  readonly noticeCode: (nowMs: number) => void;
}

/**
 * Reads every frame while something happens in view, and few while nothing does: an empty hall
 * should not keep a processor busy all day. Every frame is compared with one of a little earlier,
 * which costs microseconds, so a code that is held up is read in the very frame it comes with.
 */
export function createPace(): Pace {
  let alertUntilMs = Number.NEGATIVE_INFINITY;
  let lastReadMs = Number.NEGATIVE_INFINITY;
  let lastChangeMs = Number.NEGATIVE_INFINITY;
  let reference: Thumbnail | undefined;
  let referenceMs = 0;
  return {
    isDue: (thumbnail, nowMs) => {
      if (reference === undefined || hasChanged(reference, thumbnail)) {
        alertUntilMs = nowMs + ALERT_MS;
        lastChangeMs = nowMs;
      }
      if (reference === undefined || nowMs - referenceMs >= RENEW_EVERY_MS) {
        reference = thumbnail;
        referenceMs = nowMs;
      }
      const isDue = nowMs < alertUntilMs || nowMs - lastReadMs >= IDLE_INTERVAL_MS;
      if (isDue) lastReadMs = nowMs;
      return isDue;
    },
    isAlert: (nowMs) => nowMs < alertUntilMs,
    isStill: (nowMs) => nowMs - lastChangeMs > STILL_AFTER_MS,
    noticeCode: (nowMs) => {
      alertUntilMs = nowMs + ALERT_MS;
    },
  };
}
