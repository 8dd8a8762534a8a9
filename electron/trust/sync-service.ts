import type { SyncState, SyncStep } from '../../shared/ipc/sync-state.ts';
import type { Clock, Log } from '../ports.ts';
import type { SyncOutcome } from './sync-runner.ts';
import {
  nextSchedule,
  pauseBefore,
  type ScheduleEvent,
  type SyncSchedule,
  startSchedule,
} from './sync-schedule.ts';

/** Keeps the trust data current as long as the program runs. */
export interface SyncService {
  /** For the screen. */
  state(): SyncState;
  /** The staff's button: begins at once, or joins the one that runs. Gives the state after it. */
  syncNow(): Promise<SyncState>;
  /** The network is there again, or the machine woke up. */
  notice(event: 'network-back' | 'resumed'): void;
  stop(): void;
}

/** What the service needs. */
export interface SyncParts {
  readonly run: (tell: (step: SyncStep) => void) => Promise<SyncOutcome>;
  /** Called after each good synchronisation: the next scan is judged with the new data. */
  readonly adopt: () => Promise<void>;
  /** Called with how each one ended, after what came was taken over. */
  readonly onEnd: (outcome: SyncOutcome) => void;
  readonly hasBundle: () => boolean;
  readonly intervalMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Starts the schedule. A synchronisation that fails changes nothing but the state it shows. */
export function startSyncService(parts: SyncParts): SyncService {
  let state: SyncState = { phase: 'idle' };
  let running: Promise<SyncState> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let schedule: SyncSchedule = startSchedule(momentNow(parts), parts.hasBundle());
  const move = (event: ScheduleEvent): void => {
    schedule = nextSchedule(schedule, event, momentNow(parts));
    arm();
  };
  const arm = (): void => {
    clearTimeout(timer);
    const pause = pauseBefore(schedule, performance.now());
    if (pause !== undefined) timer = setTimeout(() => void begin(), pause);
  };
  const begin = (): Promise<SyncState> => {
    running ??= synchronise().finally(() => {
      running = undefined;
      move(state.phase === 'done' ? 'succeeded' : 'failed');
    });
    return running;
  };
  const synchronise = async (): Promise<SyncState> => {
    move('began');
    state = { phase: 'syncing', step: 'starting' };
    const outcome = await parts.run((step) => {
      state = { phase: 'syncing', step };
    });
    if (outcome.ok) await parts.adopt();
    parts.onEnd(outcome);
    state = describeOutcome(outcome, parts);
    return state;
  };
  arm();
  return {
    state: () => state,
    syncNow: begin,
    notice: move,
    stop: () => clearTimeout(timer),
  };
}

function momentNow({ intervalMs }: SyncParts) {
  return { nowMs: performance.now(), intervalMs, chance: Math.random() };
}

function describeOutcome(outcome: SyncOutcome, { clock, log }: SyncParts): SyncState {
  const at = clock.now();
  if (outcome.ok) {
    log.info('sync-done', { changed: outcome.value.changed });
    return { phase: 'done', at, changed: outcome.value.changed };
  }
  const { code, subject = null } = outcome.failure;
  log.warn('sync-failed', { code, subject });
  return { phase: 'failed', code, at };
}
