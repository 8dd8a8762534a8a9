/** Milliseconds of the first and of the longest wait before a crashed page is loaded again. */
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

/** A page that lived this long, in milliseconds, was healthy: the next crash starts from the first wait. */
export const HEALTHY_AFTER_MS = 300_000;

/** How long to wait before loading again after the given number of crashes in a row (1 = the first). */
export function reloadDelayMs(crashes: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** Math.max(0, crashes - 1), LONGEST_DELAY_MS);
}
