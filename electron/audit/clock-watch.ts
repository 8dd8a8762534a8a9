import type { Clock } from '../ports.ts';
import type { AuditRecorder } from './audit-log.ts';

/** Seconds the time of day may differ from what has passed before it counts as changed. */
const TOLERANCE_SECONDS = 60;

/** Notices that somebody, or a time server, set the clock. */
export interface ClockWatch {
  /** Compares; a jump is recorded once, and what is found is the time from then on. */
  check(): void;
  /** The machine goes to sleep: from here on nobody counts the seconds. */
  suspended(): void;
  /** It woke up: the time may have gone on by as much as it likes. */
  resumed(): void;
}

/** What the watch needs. */
export interface ClockWatchParts {
  readonly clock: Clock;
  /** Milliseconds of a clock that nobody can set. */
  readonly steadyMs: () => number;
  readonly audit: AuditRecorder;
}

/** Starts watching. The time of day is compared with a steady clock, which no setting moves. */
export function createClockWatch({ clock, steadyMs, audit }: ClockWatchParts): ClockWatch {
  let base = { now: clock.now(), steadyMs: steadyMs() };
  let isAsleep = false;
  const rebase = () => {
    base = { now: clock.now(), steadyMs: steadyMs() };
  };
  return {
    check: () => {
      if (isAsleep) return;
      const expected = base.now + Math.round((steadyMs() - base.steadyMs) / 1_000);
      const found = clock.now();
      if (Math.abs(found - expected) > TOLERANCE_SECONDS) {
        audit.record({ kind: 'clock-changed', expected, found });
      }
      // Always anew: a clock that is a little fast must not add up to a jump over the weeks.
      rebase();
    },
    suspended: () => {
      isAsleep = true;
    },
    resumed: () => {
      isAsleep = false;
      rebase();
    },
  };
}
