import type { EpochSeconds } from '../../shared/time.ts';
import type { AuditRecorder } from './audit-log.ts';
import type { LogEnd } from './log-end.ts';

/** Seconds a clock may stand behind the last entry: entries carry whole seconds. */
const TOLERANCE_SECONDS = 60;

/** What is known about this start. */
export interface StartFacts {
  readonly version: string;
  readonly mode: 'kiosk' | 'desk';
  readonly hall: string | undefined;
  readonly now: EpochSeconds;
  /** Where the log ended before; `undefined` when it could not be opened. */
  readonly end: LogEnd | undefined;
}

/** Records that the program started, and that the clock was set back while it did not run. */
export function recordStart(audit: AuditRecorder, start: StartFacts): void {
  const { version, mode, hall = null, now, end } = start;
  const isFirst = end === undefined || end.file === 0;
  const afterStop = isFirst || end.kind === 'program-stopped';
  audit.record({ kind: 'program-started', version, mode, hall, afterStop });
  const last = end?.at;
  if (last !== undefined && now < last - TOLERANCE_SECONDS) {
    audit.record({ kind: 'clock-changed', expected: last, found: now });
  }
}
