import type { EpochSeconds } from '../../shared/time.ts';

/** Certificate numbers kept at most; a busy hall scans a few hundred in the usual ten minutes. */
const MAX_REMEMBERED = 1_000;

/** Which certificates were shown at this terminal a short while ago; in memory only. */
export interface RecentlyPresented {
  /** The numbers presented within the window that ends now. Older ones are forgotten for good. */
  within(now: EpochSeconds): ReadonlySet<string>;
  remember(certificateNumber: string, now: EpochSeconds): void;
}

/** Creates an empty memory with a window in seconds. */
export function createRecentlyPresented(windowSeconds: number): RecentlyPresented {
  const times = new Map<string, EpochSeconds>();
  return {
    within: (now) => {
      for (const [number, time] of times) {
        if (Math.abs(now - time) > windowSeconds) times.delete(number);
      }
      return new Set(times.keys());
    },
    remember: (certificateNumber, now) => {
      // Deleted first, so that the map stays in order of time and its first key is the oldest.
      times.delete(certificateNumber);
      times.set(certificateNumber, now);
      const oldest = times.keys().next();
      if (times.size > MAX_REMEMBERED && oldest.done !== true) times.delete(oldest.value);
    },
  };
}
