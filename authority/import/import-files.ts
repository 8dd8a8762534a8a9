import { basename } from 'node:path';
import { hasValidCheckCharacter } from '../../shared/certificate/company-code.ts';
import type { Cause } from '../store/cause.ts';
import type {
  CompanyLine,
  ImportBatch,
  ImportOutcome,
  LineFinding,
  RecordLine,
} from '../store/import-batch.ts';
import type { OfficeStore } from '../store/office-store.ts';
import { COMPANY_COLUMNS, RECORD_COLUMNS } from './columns.ts';
import type { Encoding } from './decode-lines.ts';
import type { ImportFinding } from './findings-file.ts';
import type { LineFault } from './line-fault.ts';
import { parseCompany } from './parse-company.ts';
import { parseRecord } from './parse-record.ts';
import type { Format } from './read-table.ts';
import { type Staged, stage } from './stage-table.ts';

/** What to import, and where to say what was wrong with it. */
export interface ImportRequest {
  readonly companies: string;
  readonly records: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly cause: Cause;
  readonly onFinding: (finding: ImportFinding) => void;
}

/** How an import went: what the store did, and what its readers had turned away before. */
export interface ImportReport extends ImportOutcome {
  readonly unreadable: { readonly companies: number; readonly records: number };
  /** Company codes that fail their own check character; accepted (they exist). */
  readonly failedCheckCharacters: number;
}

/**
 * Imports a file of companies and one of records: all lines that can be taken, by one transaction,
 * or none when reading or writing fails. Throws then.
 */
export async function importFiles(
  store: OfficeStore,
  request: ImportRequest,
): Promise<ImportReport> {
  const plan = {
    companiesFile: basename(request.companies),
    recordsFile: basename(request.records),
  };
  const batch = await store.companies.startImport(plan);
  try {
    const companies = await stageCompanies(batch, request);
    const records = await stageRecords(batch, request);
    const unreadable = { companies: companies.unreadable, records: records.unreadable };
    const outcome = await batch.commit({
      cause: request.cause,
      onFinding: (finding) => request.onFinding(describe(finding)),
      detail: { companiesDigest: companies.digest, recordsDigest: records.digest, unreadable },
    });
    return { ...outcome, unreadable, failedCheckCharacters: companies.failedCheckCharacters };
  } catch (error) {
    await batch.abandon();
    throw error;
  }
}

async function stageCompanies(
  batch: ImportBatch,
  request: ImportRequest,
): Promise<Staged & { readonly failedCheckCharacters: number }> {
  let failedCheckCharacters = 0;
  const { format, encoding } = request;
  const table = { file: request.companies, format, encoding, columns: COMPANY_COLUMNS };
  const staged = await stage({
    table: { ...table, required: ['code', 'name'] },
    parse: parseCompany,
    onFault: (line, fault) => request.onFinding(rejected('companies', line, fault)),
    onLines: async (lines) => {
      const companies: CompanyLine[] = lines.map(({ line, value }) => ({ line, company: value }));
      for (const { line, company } of companies) {
        if (hasValidCheckCharacter(company.code)) continue;
        failedCheckCharacters++;
        request.onFinding(checkCharacterNote(line, company.code));
      }
      await batch.addCompanies(companies);
    },
  });
  return { ...staged, failedCheckCharacters };
}

async function stageRecords(batch: ImportBatch, request: ImportRequest): Promise<Staged> {
  const { format, encoding } = request;
  const table = { file: request.records, format, encoding, columns: RECORD_COLUMNS };
  return stage({
    table: { ...table, required: ['code', 'kind', 'authority', 'date'] },
    parse: parseRecord,
    onFault: (line, fault) => request.onFinding(rejected('records', line, fault)),
    onLines: async (lines) => {
      const records: RecordLine[] = lines.map(({ line, value }) => ({ line, ...value }));
      await batch.addRecords(records);
    },
  });
}

function rejected(
  file: ImportFinding['file'],
  line: number,
  { code, detail }: LineFault,
): ImportFinding {
  return { outcome: 'rejected', file, line, reason: code, detail };
}

function checkCharacterNote(line: number, code: string): ImportFinding {
  const reason = 'check-character';
  return { outcome: 'note', file: 'companies', line, reason, detail: code };
}

function describe({ file, line, finding, subject }: LineFinding): ImportFinding {
  const outcome = finding === 'duplicate' ? 'ignored' : 'rejected';
  return { outcome, file, line, reason: finding, detail: subject };
}
