/** A page that says nothing for so long hangs, in milliseconds; a slow machine needs a few seconds. */
const SILENT_MS = 60_000;
/** Between two looks, which is also how a machine that slept is noticed. */
export const LOOK_EVERY_MS = 10_000;

/** Tells from the page's signs of life whether it hangs. Pure: the time is an argument. */
export interface Heartbeat {
  beat(nowMs: number): void;
  /** Whether the page has hung since the last look; says so once, then waits for it to come back. */
  looksDead(nowMs: number): boolean;
}

/** Creates a heartbeat; until the first beat the page is starting, and that is not judged. */
export function createHeartbeat(): Heartbeat {
  let lastBeatMs: number | undefined;
  let lastLookMs: number | undefined;
  return {
    beat: (nowMs) => {
      lastBeatMs = nowMs;
    },
    looksDead: (nowMs) => {
      const sinceLook = nowMs - (lastLookMs ?? nowMs);
      lastLookMs = nowMs;
      // The machine slept, or this process did: the page had no time to speak either.
      if (sinceLook > LOOK_EVERY_MS * 3 && lastBeatMs !== undefined) lastBeatMs = nowMs;
      if (lastBeatMs === undefined || nowMs - lastBeatMs <= SILENT_MS) return false;
      lastBeatMs = undefined;
      return true;
    },
  };
}
