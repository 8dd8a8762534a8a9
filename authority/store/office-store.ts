import type { ShanghaiDay } from '../../shared/time.ts';
import type { AccessBook, AccessGate } from './access-book.ts';
import type { Cause } from './cause.ts';
import type { CertificateBook, CertificateReader } from './certificate-book.ts';
import type { Company, CompanyFile, CreditRecord } from './credit-record.ts';
import type { ImportBatch, ImportPlan } from './import-batch.ts';
import type { Journal } from './journal.ts';
import type { PublicationBook } from './publication-book.ts';
import type { RatingReader, RatingRun, RatingRunPlan } from './rating-book.ts';

/**
 * Everything the office keeps, behind verbs of the domain. Each verb is one transaction, and what
 * it changes is in the journal within the same transaction. All are asynchronous and none hands
 * out a cursor or a transaction, so that a server database can take the embedded one's place.
 * A promise is rejected only for a fault (full disk, damaged file); expected answers are values.
 */
export interface OfficeStore {
  readonly companies: CompanyBook;
  readonly ratings: RatingBook;
  readonly certificates: CertificateBook;
  readonly access: AccessBook;
  readonly publications: PublicationBook;
  readonly journal: Journal;
  close(): Promise<void>;
}

/**
 * What a program may use beside an office at work (portal, `explain`, `lookup`): it reads the last
 * committed state and counts failed sign-ins; it changes nothing else and takes no lock.
 */
export interface SharedStore {
  readonly companies: CompanyReader;
  readonly ratings: RatingReader;
  readonly certificates: CertificateReader;
  readonly access: AccessGate;
  readonly journal: Journal;
  close(): Promise<void>;
}

/** Reads companies and their records. */
export interface CompanyReader {
  company(code: string): Promise<Company | undefined>;
  recordsOf(code: string): Promise<readonly CreditRecord[]>;
  /** The next companies in order of their codes, `''` to start; fewer than `limit` at the end. */
  companiesAfter(code: string, limit: number): Promise<readonly Company[]>;
  count(): Promise<{ readonly companies: number; readonly records: number }>;
}

/** Companies and records; they come in by import only. */
export interface CompanyBook extends CompanyReader {
  /**
   * The next companies in order of their codes with those of their records that can matter on a
   * day: in force then, not repaired, and either of a list or negative and not older than `since`.
   */
  filesAfter(code: string, limit: number, relevance: Relevance): Promise<readonly CompanyFile[]>;
  /** Starts an import; nothing of it is seen before its `commit`. */
  startImport(plan: ImportPlan): Promise<ImportBatch>;
}

/** Which records can matter for a rating. */
export interface Relevance {
  readonly asOf: ShanghaiDay;
  readonly since: ShanghaiDay;
}

/** Ratings; only a completed run is ever seen. */
export interface RatingBook extends RatingReader {
  /** Starts a run over all companies; the run before stays what is seen until `complete`. */
  startRun(plan: RatingRunPlan, cause: Cause): Promise<RatingRun>;
}
