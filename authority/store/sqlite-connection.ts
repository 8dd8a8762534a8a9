import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';

/** One line of an answer, its values in the order of the SELECT. */
export type Row = readonly SQLOutputValue[];

/** A prepared statement; rows are arrays, which the engine hands over faster than objects. */
export interface Statement {
  run(...values: SQLInputValue[]): { readonly changes: number };
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): readonly Row[];
  iterate(...values: SQLInputValue[]): IterableIterator<Row>;
}

/** One connection to the office's database. Only `authority/store/` sees it. */
export interface Connection {
  readonly folder: string;
  readonly database: DatabaseSync;
  prepare(sql: string): Statement;
  /** Runs `work` as one transaction: all of it is on the disk afterwards, or nothing. */
  transaction<Value>(work: () => Value): Value;
  /** Runs `work` with so many KiB for pages of the database, and as many for sorting. */
  withCache<Value>(kibibytes: number, work: () => Value): Value;
  close(): void;
}

/** A short writer beside us (the portal counts a failure) is waited for. */
const BUSY_TIMEOUT_MS = 5_000;

const CACHE_KIB = 32 * 1024;

const SETTINGS = [
  'PRAGMA journal_mode = WAL',
  // Every commit is on the disk when it returns: an index once reserved stays so after a power cut.
  'PRAGMA synchronous = FULL',
  `PRAGMA cache_size = -${CACHE_KIB}`,
  'PRAGMA wal_autocheckpoint = 4000',
  // The log file of a bulk change shrinks again; bytes.
  'PRAGMA journal_size_limit = 67108864',
  'PRAGMA trusted_schema = OFF',
].join(';');

/**
 * Opens a database file, readable for its owner only. Throws when it cannot be opened.
 * @param busyTimeoutMs how long another process's change is waited for, in place
 */
export function connect(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Connection {
  // Only a new file is touched: closing one that is in use would end the locks held on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const folder = dirname(file);
  // What SQLite sorts on the disk is credit information: beside the database, not in a common folder.
  process.env.SQLITE_TMPDIR = folder;
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, defensive: true });
  const close = (): void => database.close();
  orClose(close, () => database.exec(SETTINGS));
  return {
    folder,
    database,
    prepare: (sql) => prepare(database, sql),
    transaction: (work) => runTransaction(database, work),
    withCache: (kibibytes, work) => runWithCache(database, kibibytes, work),
    close,
  };
}

/** Runs the beginning of some work, and closes what was opened for it when that fails. */
export function orClose<Value>(close: () => void, begin: () => Value): Value {
  try {
    return begin();
  } catch (error) {
    close();
    throw error;
  }
}

function prepare(database: DatabaseSync, sql: string): Statement {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return {
    run: (...values) => ({ changes: Number(statement.run(...values).changes) }),
    // The declared type knows rows as objects only.
    get: (...values) => statement.get(...values) as unknown as Row | undefined,
    all: (...values) => statement.all(...values) as unknown as readonly Row[],
    iterate: (...values) => statement.iterate(...values) as unknown as IterableIterator<Row>,
  };
}

function runTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  // Taking the write lock at once: a transaction that turned to writing later could be refused.
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    // On a full disk the engine has rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function runWithCache<Value>(database: DatabaseSync, kibibytes: number, work: () => Value): Value {
  database.exec(`PRAGMA cache_size = -${kibibytes}`);
  try {
    return work();
  } finally {
    database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  }
}
