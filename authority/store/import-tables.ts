import type { CompanyLine, LineFinding, RecordLine } from './import-batch.ts';

/** Values of a staged line, in the order: content, key, line. */
type StagedValues = (string | number | null)[];

/** A table that an import feeds, and how its lines wait in the staging area. */
export interface ImportTable<Line> {
  readonly name: 'company' | 'record';
  readonly file: LineFinding['file'];
  /** Columns that say something; two lines with one key and other content contradict each other. */
  readonly content: readonly string[];
  /** Columns that say what the line is about. */
  readonly key: readonly string[];
  /** Declarations of all columns of the staging table. */
  readonly staged: string;
  readonly values: (line: Line) => StagedValues;
}

export const COMPANY_TABLE: ImportTable<CompanyLine> = {
  name: 'company',
  file: 'companies',
  content: ['name', 'division', 'registered'],
  key: ['code'],
  staged: 'name TEXT, division TEXT, registered INTEGER, code TEXT, line INTEGER',
  values: ({ line, company: { code, name, division, registered } }) => [
    ...[name, division, registered ?? null, code, line],
  ],
};

export const RECORD_TABLE: ImportTable<RecordLine> = {
  name: 'record',
  file: 'records',
  content: ['kind', 'severity', 'authority', 'date', 'corrected', 'repaired', 'list', 'until'],
  key: ['holder', 'number'],
  staged: `kind TEXT, severity TEXT, authority TEXT, date INTEGER, corrected INTEGER,
    repaired INTEGER, list TEXT, until INTEGER, holder TEXT, number TEXT, line INTEGER`,
  values: ({ line, holder, record }) => [
    ...[record.kind, record.severity ?? null, record.authority, record.date],
    ...[record.corrected ?? null, record.repaired ?? null, record.list ?? null],
    ...[record.until ?? null, holder, record.number, line],
  ],
};
