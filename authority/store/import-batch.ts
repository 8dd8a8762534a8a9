import type { Cause } from './cause.ts';
import type { Company, CreditRecord } from './credit-record.ts';

/** What an import is about to take in. */
export interface ImportPlan {
  readonly companiesFile: string;
  readonly recordsFile: string;
}

/** A parsed line and where it stood. */
export interface CompanyLine {
  readonly line: number;
  readonly company: Company;
}

export interface RecordLine {
  readonly line: number;
  /** Code of the company it is about. */
  readonly holder: string;
  readonly record: CreditRecord;
}

/** What only the comparison of all lines, or with the store, shows about one line. */
export interface LineFinding {
  readonly file: 'companies' | 'records';
  readonly line: number;
  /** `duplicate`: the same again, ignored. The other two are rejected. */
  readonly finding: 'duplicate' | 'contradiction' | 'unknown-company';
  /** The code, or code and record number. */
  readonly subject: string;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly rejected: number;
}

export interface ImportOutcome {
  /** Number of the import, the subject of its journal line. */
  readonly batch: number;
  readonly companies: ImportCounts;
  readonly records: ImportCounts;
}

/** How a commit tells what it finds, and what goes into the journal besides. */
export interface ImportCommit {
  readonly cause: Cause;
  /** Called once a finding, while the commit runs. */
  readonly onFinding: (finding: LineFinding) => void;
  /** What the reader knows: digests of the files, lines rejected by it. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * One import: lines are staged, compared when all are there, and taken in by a single transaction.
 * Of lines that contradict each other none is taken; a line that differs from what the store
 * holds replaces it, and what it replaced goes into the journal.
 */
export interface ImportBatch {
  addCompanies(lines: readonly CompanyLine[]): Promise<void>;
  addRecords(lines: readonly RecordLine[]): Promise<void>;
  commit(commit: ImportCommit): Promise<ImportOutcome>;
  /** Throws the staged lines away. A process that dies has the same effect. */
  abandon(): Promise<void>;
}
