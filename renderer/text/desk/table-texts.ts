import type { AuditProblem, LaterStatus } from '../../../shared/ipc/audit-verbs.ts';
import type { BatchFilter } from '../../clerk/batch/batch-state.ts';
import type { BatchColumn } from '../../clerk/batch/describe-row.ts';

/** What stands on the desk's two pages of tables: the batch, and the records of today. */
export type DeskTableTexts = {
  readonly batch: {
    readonly files: string;
    readonly folder: string;
    readonly cancel: string;
    readonly clear: string;
    readonly export: string;
    readonly empty: string;
    readonly progress: string;
    readonly filter: string;
    readonly filters: Readonly<Record<BatchFilter, string>>;
    readonly columns: Readonly<Record<BatchColumn, string>>;
    readonly steps: Readonly<Record<'waiting' | 'checking' | 'cancelled', string>>;
    readonly news: Readonly<Record<'saved' | 'cancelled' | 'failed', string>>;
  };
  readonly history: {
    readonly search: string;
    readonly empty: string;
    readonly none: string;
    readonly retention: string;
    readonly codesKept: string;
    readonly codesShort: string;
    readonly problem: Readonly<Record<AuditProblem, string>>;
    readonly export: string;
    readonly privacy: string;
    readonly news: Readonly<Record<'saved' | 'cancelled' | 'failed', string>>;
    readonly training: string;
    readonly later: Readonly<Record<LaterStatus, string>>;
    readonly note: string;
    readonly addNote: string;
    readonly mistake: string;
    readonly mistakeText: string;
    readonly followUp: string;
    readonly followUpText: string;
    readonly notes: string;
    readonly noteFailed: string;
    readonly choose: string;
    readonly columns: Readonly<
      Record<'time' | 'result' | 'company' | 'code' | 'grade' | 'source' | 'notes', string>
    >;
  };
};
