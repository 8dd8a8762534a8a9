import type { ImportBatch, ImportCommit, ImportOutcome, ImportPlan } from './import-batch.ts';
import { mergeTable } from './import-merge.ts';
import { type ImportStaging, openStaging } from './import-staging.ts';
import { COMPANY_TABLE, RECORD_TABLE } from './import-tables.ts';
import type { Connection } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { numberAt } from './sqlite-values.ts';

// The engine sorts pieces of this size and brings up to sixteen of them together at once; more would
// be written to the disk and read a second time. A gibibyte holds the records of 1.9 million companies.
const SORT_KIB = 64 * 1_024;

/** Starts an import. */
export function startImport(
  connection: Connection,
  journal: WritableJournal,
  plan: ImportPlan,
): ImportBatch {
  const staging = openStaging(connection);
  return {
    addCompanies: async (lines) => staging.addCompanies(lines),
    addRecords: async (lines) => staging.addRecords(lines),
    async commit(commit) {
      const take = (): ImportOutcome => takeIn({ connection, journal, staging }, plan, commit);
      const outcome = connection.withCache(SORT_KIB, () => connection.transaction(take));
      staging.remove();
      return outcome;
    },
    abandon: async () => staging.remove(),
  };
}

interface Parts {
  readonly connection: Connection;
  readonly journal: WritableJournal;
  readonly staging: ImportStaging;
}

function takeIn(parts: Parts, plan: ImportPlan, commit: ImportCommit): ImportOutcome {
  const { connection, journal, staging } = parts;
  const { cause, onFinding, detail } = commit;
  const batch = numberAt(
    connection
      .prepare(
        'INSERT INTO import_batch (at, companies_file, records_file) VALUES (?, ?, ?) RETURNING batch',
      )
      .get(cause.at, plan.companiesFile, plan.recordsFile),
    0,
  );
  const merge = { connection, batch, onFinding };
  const companies = mergeTable(COMPANY_TABLE, staging.rows(COMPANY_TABLE), {
    ...merge,
    onChanged: (subject, before) =>
      journal.note(cause, { what: 'company-changed', subject, detail: { batch, before } }),
  });
  const records = mergeTable(RECORD_TABLE, staging.rows(RECORD_TABLE), {
    ...merge,
    onChanged: (subject, before) =>
      journal.note(cause, { what: 'record-changed', subject, detail: { batch, before } }),
  });
  const outcome = { batch, companies, records };
  const what = { what: 'import-committed', subject: `import ${batch}` };
  journal.note(cause, { ...what, detail: { ...plan, ...detail, companies, records } });
  return outcome;
}
