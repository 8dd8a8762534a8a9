import { diskProblem } from '../audit/audit-disk.ts';
import { verifyLog } from '../audit/verify-log.ts';
import type { AuditAnswer } from './self-check.ts';

/**
 * Proves the log in a folder for the self-test; `undefined` where there is none yet.
 * @param problem why the running program cannot write it, if it cannot
 */
export function askAudit(folder: string, problem: string | undefined): AuditAnswer | undefined {
  if (problem !== undefined) return { state: 'not-writable', detail: problem };
  try {
    const { entries, fault } = verifyLog(folder, undefined);
    if (fault === undefined) return { state: 'whole', entries };
    if (fault.code === 'no-log') return undefined;
    return { state: 'broken', detail: fault.code };
  } catch (error) {
    const cause = diskProblem(error);
    if (cause === undefined) throw error;
    return { state: 'not-writable', detail: cause };
  }
}
