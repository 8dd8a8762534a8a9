import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CompanyLine, RecordLine } from './import-batch.ts';
import { COMPANY_TABLE, type ImportTable, RECORD_TABLE } from './import-tables.ts';
import type { Connection, Row } from './sqlite-connection.ts';

/**
 * Where the lines of an import wait for each other: a database file of its own beside the
 * office's, thrown away at the end, and at the start of the next import if that end never came.
 */
export interface ImportStaging {
  addCompanies(lines: readonly CompanyLine[]): void;
  addRecords(lines: readonly RecordLine[]): void;
  /** The lines of a table, each as content, key and line number, in order of key and line number. */
  rows<Line>(table: ImportTable<Line>): IterableIterator<Row>;
  remove(): void;
}

// Nothing of it has to survive a fault, so it needs no journal on the disk and no waiting for it.
const SETTINGS = `
PRAGMA staging.journal_mode = MEMORY;
PRAGMA staging.synchronous = OFF;
PRAGMA staging.cache_size = -16384;`;

/** Removes what a process that died left behind; it is credit information. */
export function removeLeftStaging(folder: string): void {
  rmSync(stagingFile(folder), { force: true });
}

/** Opens an empty staging area. */
export function openStaging(connection: Connection): ImportStaging {
  const file = stagingFile(connection.folder);
  closeSync(openSync(file, 'wx', 0o600));
  connection.prepare('ATTACH DATABASE ? AS staging').run(file);
  connection.database.exec(SETTINGS);
  return {
    addCompanies: openTable(connection, COMPANY_TABLE),
    addRecords: openTable(connection, RECORD_TABLE),
    rows: ({ name, content, key }) =>
      connection
        .prepare(
          `SELECT ${[...content, ...key]}, line FROM staging.${name}_line ORDER BY ${key}, line`,
        )
        .iterate(),
    remove() {
      connection.database.exec('DETACH DATABASE staging');
      rmSync(file, { force: true });
    },
  };
}

function stagingFile(folder: string): string {
  return join(folder, 'import-staging.sqlite');
}

function openTable<Line>(
  connection: Connection,
  table: ImportTable<Line>,
): (lines: readonly Line[]) => void {
  const name = `staging.${table.name}_line`;
  connection.database.exec(`CREATE TABLE ${name} (${table.staged}) STRICT`);
  const width = table.content.length + table.key.length + 1;
  const insert = connection.prepare(`INSERT INTO ${name} VALUES (${Array(width).fill('?')})`);
  return (lines) =>
    stage(connection, () => {
      for (const line of lines) insert.run(...table.values(line));
    });
}

// A plain BEGIN locks only the file that is written to: the office's stays free meanwhile.
function stage(connection: Connection, work: () => void): void {
  connection.database.exec('BEGIN');
  try {
    work();
    connection.database.exec('COMMIT');
  } catch (error) {
    if (connection.database.isTransaction) connection.database.exec('ROLLBACK');
    throw error;
  }
}
