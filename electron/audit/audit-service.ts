import type { AuditProblem, History } from '../../shared/ipc/audit-verbs.ts';
import type { IpcRequest, IpcValue } from '../../shared/ipc/contract.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import type { Clock, Log } from '../ports.ts';
import { realAuditDisk } from './audit-disk.ts';
import { type AuditRecorder, type WrittenEntry, whenWritten } from './audit-log.ts';
import { openAuditLog } from './create-audit-log.ts';
import { createDayHistory } from './day-history.ts';
import { describeVerdict, type ScanFacts } from './describe-verdict.ts';
import { exportHistory } from './export-history.ts';
import { createLaterStatusWatch, statusPlaceOf } from './later-status.ts';
import { firstFileOf, shownDay, writtenEntries } from './read-history.ts';
import { recordStart } from './record-start.ts';

/** The log with what the desk asks of it. */
export interface AuditService extends AuditRecorder {
  /** Records what the screen said. The text only tells where the certificate's status stands. */
  recordVerdict(verdict: Verdict, scan: Pick<ScanFacts, 'source' | 'training'>, text: string): void;
  /** New trust data: tells what it says about certificates that were accepted before. */
  compareWith(bundle: TrustBundle): void;
  readHistory(): Promise<History>;
  addNote(note: IpcRequest<'addNote'>): Promise<IpcValue<'addNote'>>;
  exportCsv(request: IpcRequest<'exportCsv'>): Promise<IpcValue<'exportCsv'>>;
  /** Why nothing can be written at the moment. */
  problem(): AuditProblem | undefined;
  /** Entries that are not with the operating system yet. */
  waiting(): number;
  /** Records that the program stops and writes what is left. */
  close(): Promise<void>;
}

/** How this terminal is configured to keep its log. */
export interface AuditPolicy {
  readonly mode: 'kiosk' | 'desk';
  /** Name of the terminal or desk. */
  readonly terminal: string;
  readonly hall: string | undefined;
  /** The desk or clerk at present; empty where none is named. */
  readonly desk: () => string;
  /** Whole company code and name; only ever on a desk. */
  readonly keepsCompany: boolean;
  readonly retentionDays: number;
}

/** What the service is made from. */
export interface AuditParts {
  readonly folder: string;
  readonly policy: AuditPolicy;
  readonly programVersion: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks where to save a file; `undefined` when nothing was chosen. */
  readonly askWhereToSave: (fileName: string) => Promise<string | undefined>;
}

/** Opens the log and records that the program started. A log that cannot be opened stops nothing. */
export async function openAuditService(parts: AuditParts): Promise<AuditService> {
  const { folder, policy, clock, log, programVersion: version } = parts;
  const isDesk = policy.mode === 'desk';
  const history = createDayHistory();
  const later = createLaterStatusWatch({ record: (event) => auditLog.record(event) });
  const onWritten = (written: WrittenEntry) => {
    later.written(written);
    if (isDesk) history.add(written);
  };
  const place = { folder, disk: realAuditDisk, ...policy };
  const { auditLog, end } = await openAuditLog({ place, clock, log, onWritten });
  if (isDesk && end !== undefined) {
    const file = firstFileOf(folder, shownDay(clock.now()));
    for await (const written of writtenEntries(folder, file)) history.add(written);
  }
  recordStart(auditLog, { version, mode: policy.mode, hall: policy.hall, now: clock.now(), end });
  return {
    record: auditLog.record,
    recordVerdict: (verdict, { source, training }, text) => {
      const { hall, keepsCompany } = policy;
      const desk = policy.desk();
      const entry = describeVerdict(verdict, { source, training, hall, desk, keepsCompany });
      const place = verdict.outcome === 'accepted' && !training ? statusPlaceOf(text) : undefined;
      if (place !== undefined) later.remember(entry, place);
      auditLog.record(entry);
    },
    compareWith: later.compare,
    readHistory: async () => {
      await auditLog.settle();
      const { keepsCompany, retentionDays } = policy;
      const problem = auditLog.problem();
      const shown = { entries: isDesk ? history.entries() : [], keepsCompany, retentionDays };
      return problem === undefined ? shown : { ...shown, problem };
    },
    addNote: async ({ sequence, text }) => {
      if (!isDesk || !history.has(sequence)) return { result: 'no-such-entry' };
      auditLog.record({ kind: 'note', of: sequence, text });
      return (await whenWritten(auditLog)) ?? { result: 'added' };
    },
    exportCsv: async (request) =>
      isDesk ? exportHistory(request, { ...parts, auditLog }) : { result: 'desk-only' },
    problem: auditLog.problem,
    waiting: auditLog.waiting,
    close: auditLog.close,
  };
}
