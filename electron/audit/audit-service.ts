import type { History, HistoryEntry } from '../../shared/ipc/audit-verbs.ts';
import type { IpcRequest, IpcValue } from '../../shared/ipc/contract.ts';
import type { Clock } from '../ports.ts';
import type { AuditLog, AuditRecorder } from './audit-log.ts';
import { createDayHistory } from './day-history.ts';
import { createMemoryLog } from './memory-log.ts';

/** The log with what the desk asks of it. */
export interface AuditService extends AuditRecorder {
  readHistory(): Promise<History>;
  addNote(note: IpcRequest<'addNote'>): Promise<IpcValue<'addNote'>>;
  exportCsv(request: IpcRequest<'exportCsv'>): Promise<IpcValue<'exportCsv'>>;
  /** Why nothing can be written at the moment. */
  problem: AuditLog['problem'];
  close(): Promise<void>;
}

/** How this terminal is configured to keep its log. */
export interface AuditPolicy {
  readonly mode: 'kiosk' | 'desk';
  /** Whole company code and name; only ever on a desk. */
  readonly keepsCompany: boolean;
  readonly retentionDays: number;
}

/** Creates the service. */
export function createAuditService(policy: AuditPolicy, clock: Clock): AuditService {
  const history = createDayHistory();
  const log = createMemoryLog(clock, history.add);
  const isDesk = policy.mode === 'desk';
  return {
    record: log.record,
    problem: log.problem,
    close: log.close,
    readHistory: async () => {
      await log.settle();
      return describeHistory(isDesk ? history.entries() : [], policy, log.problem());
    },
    addNote: async ({ sequence, text }) => {
      if (!isDesk || !history.has(sequence)) return { result: 'no-such-entry' };
      log.record({ kind: 'note', of: sequence, text });
      await log.settle();
      const problem = log.problem();
      return problem === undefined ? { result: 'added' } : { result: 'not-written', problem };
    },
    exportCsv: async () => (isDesk ? { result: 'cancelled' } : { result: 'desk-only' }),
  };
}

function describeHistory(
  entries: HistoryEntry[],
  { keepsCompany, retentionDays }: AuditPolicy,
  problem: History['problem'],
): History {
  return { entries, keepsCompany, retentionDays, ...(problem === undefined ? {} : { problem }) };
}
