import { unreachable } from '../../shared/result.ts';

/**
 * When to synchronise next. Pure: time and chance are arguments. Times are milliseconds of a steady
 * clock, so that setting the time of day neither starts nor delays anything.
 */
export interface SyncSchedule {
  readonly dueAt: number;
  /** Failures since the last success; each doubles the pause. */
  readonly failures: number;
  readonly isRunning: boolean;
}

/** What moves the schedule. */
export type ScheduleEvent = 'network-back' | 'resumed' | 'asked' | 'began' | 'succeeded' | 'failed';

/** What an event is judged with. */
export interface ScheduleMoment {
  readonly nowMs: number;
  readonly intervalMs: number;
  /** At least 0, less than 1. */
  readonly chance: number;
}

/** A hall switches all terminals on at once: the first request of each waits up to this long. */
const START_SPREAD_MS = 10_000;
/** After the network came back or the machine woke; a connection needs a moment, a fleet a spread. */
const WAKE_PAUSE_MS = 1_000;
const WAKE_SPREAD_MS = 4_000;
/** Share of the interval by which each one differs, so that a fleet spreads out and stays so. */
const INTERVAL_JITTER = 0.1;
const FIRST_RETRY_MS = 30_000;

/** The schedule of a terminal that has just started. Without any data it does not wait. */
export function startSchedule(
  { nowMs, chance }: Pick<ScheduleMoment, 'nowMs' | 'chance'>,
  hasBundle: boolean,
): SyncSchedule {
  const dueAt = hasBundle ? nowMs + chance * START_SPREAD_MS : nowMs;
  return { dueAt, failures: 0, isRunning: false };
}

/** The schedule after an event. One at a time: while one runs, nothing starts another. */
export function nextSchedule(
  schedule: SyncSchedule,
  event: ScheduleEvent,
  moment: ScheduleMoment,
): SyncSchedule {
  switch (event) {
    case 'asked':
      return { ...schedule, dueAt: moment.nowMs };
    case 'network-back':
    case 'resumed':
      return { ...schedule, dueAt: Math.min(schedule.dueAt, afterWake(moment)) };
    case 'began':
      return { ...schedule, isRunning: true };
    case 'succeeded':
      return { dueAt: afterInterval(moment), failures: 0, isRunning: false };
    case 'failed': {
      const failures = schedule.failures + 1;
      return { dueAt: afterFailure(failures, moment), failures, isRunning: false };
    }
    default:
      return unreachable(event);
  }
}

/** Milliseconds until the next one may begin; `undefined` while one runs. */
export function pauseBefore(schedule: SyncSchedule, nowMs: number): number | undefined {
  return schedule.isRunning ? undefined : Math.max(0, schedule.dueAt - nowMs);
}

function afterWake({ nowMs, chance }: ScheduleMoment): number {
  return nowMs + WAKE_PAUSE_MS + chance * WAKE_SPREAD_MS;
}

function afterInterval({ nowMs, intervalMs, chance }: ScheduleMoment): number {
  return nowMs + intervalMs * (1 + (2 * chance - 1) * INTERVAL_JITTER);
}

/** Doubling from half a minute up to the interval, by half at random: a fleet must not come back as one. */
function afterFailure(failures: number, moment: ScheduleMoment): number {
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20);
  const pause = Math.min(doubled, moment.intervalMs);
  return moment.nowMs + pause * (0.5 + moment.chance / 2);
}
