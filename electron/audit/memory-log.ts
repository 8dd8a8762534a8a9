import type { Clock } from '../ports.ts';
import type { AuditLog, WrittenEntry } from './audit-log.ts';

/** A log that tells what it is given and keeps nothing. */
export function createMemoryLog(
  clock: Clock,
  onWritten: (written: WrittenEntry) => void,
): AuditLog {
  let sequence = 0;
  return {
    record: (entry) => {
      sequence += 1;
      onWritten({ sequence, at: clock.now(), entry });
    },
    settle: async () => undefined,
    problem: () => undefined,
    close: async () => undefined,
  };
}
