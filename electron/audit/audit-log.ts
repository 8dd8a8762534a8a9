import type { AuditProblem } from '../../shared/ipc/audit-verbs.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { AuditEntry, AuditEvent } from './entry.ts';

/** An entry as it stands in the log. */
export interface WrittenEntry {
  /** Rises by one from entry to entry, across files. */
  readonly sequence: number;
  readonly at: EpochSeconds;
  readonly entry: AuditEntry;
}

/** Takes what happens at this terminal. */
export interface AuditRecorder {
  /** Returns at once and never fails; the entry is written behind it. */
  record(event: AuditEvent): void;
}

/** The terminal's log of what it showed and what was done to it. */
export interface AuditLog extends AuditRecorder {
  /** Waits until everything recorded so far is on the disk, or is known not to be writable. */
  settle(): Promise<void>;
  /** Why nothing can be written at the moment. */
  problem(): AuditProblem | undefined;
  /** Entries that are not with the operating system yet. */
  waiting(): number;
  /** Records that the program stops and writes what is left. */
  close(): Promise<void>;
}

/** Waits for the disk; gives what to answer when it does not take what was recorded. */
export async function whenWritten(auditLog: AuditLog) {
  await auditLog.settle();
  const problem = auditLog.problem();
  return problem === undefined ? undefined : ({ result: 'not-written', problem } as const);
}
