import type { EpochSeconds } from '../../shared/time.ts';

/**
 * Wrong PINs in a row. Pure: the time is an argument. After five the menu is locked for a while,
 * longer with each further one, but never for ever: the way out of a terminal must not be lost.
 */
export interface PinAttempts {
  readonly wrong: number;
  /** When the last one was entered. */
  readonly lastAt: EpochSeconds;
}

export const NO_ATTEMPTS: PinAttempts = { wrong: 0, lastAt: 0 };

/** Wrong PINs without a lock-out. */
export const FREE_ATTEMPTS = 5;
const FIRST_LOCK_SECONDS = 60;
const LONGEST_LOCK_SECONDS = 3_600;

/** How long the lock-out lasts that a number of wrong PINs brings, in seconds. */
export function lockSeconds(wrong: number): number {
  if (wrong < FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_LOCK_SECONDS * 2 ** (wrong - FREE_ATTEMPTS), LONGEST_LOCK_SECONDS);
}

/** Seconds until the next PIN is looked at; 0 = now. */
export function secondsLocked(attempts: PinAttempts, now: EpochSeconds): number {
  const whole = lockSeconds(attempts.wrong);
  // A clock that was set back must not make a lock-out longer than it is.
  return Math.min(whole, Math.max(0, attempts.lastAt + whole - now));
}

/** The attempts with one more wrong PIN. */
export function afterWrong(attempts: PinAttempts, now: EpochSeconds): PinAttempts {
  return { wrong: attempts.wrong + 1, lastAt: now };
}

/** Wrong PINs left before the next lock-out. */
export function attemptsLeft(attempts: PinAttempts): number {
  return Math.max(0, FREE_ATTEMPTS - attempts.wrong);
}
