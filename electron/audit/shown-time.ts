import { type EpochSeconds, SHANGHAI_OFFSET_SECONDS } from '../../shared/time.ts';

/** A moment for people, in Shanghai, to the second: `2026-11-25 09:30:00`. */
export function shownTime(at: EpochSeconds): string {
  const shifted = new Date((at + SHANGHAI_OFFSET_SECONDS) * 1_000).toISOString();
  return shifted.slice(0, 19).replace('T', ' ');
}
