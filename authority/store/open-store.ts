import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeProcessLock } from '../process-lock.ts';
import { removeLeftStaging } from './import-staging.ts';
import { migrate, requireCurrentSchema } from './migrate.ts';
import type { OfficeStore, SharedStore } from './office-store.ts';
import { openAccessBook } from './sqlite-access.ts';
import { openCertificateBook, openCertificateReader } from './sqlite-certificates.ts';
import { openCompanyReader, openFileReader } from './sqlite-companies.ts';
import { type Connection, connect, orClose } from './sqlite-connection.ts';
import { startImport } from './sqlite-import.ts';
import { openJournal } from './sqlite-journal.ts';
import { openRatingBook, openRatingReader } from './sqlite-ratings.ts';

/**
 * Opens an office's store for changing it, and makes it when the folder has none. Throws when
 * another process is at work there, and when the database is of a newer program.
 */
export async function openOfficeStore(folder: string): Promise<OfficeStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = takeProcessLock(join(folder, 'office.lock'), folder);
  return orClose(unlock, () => {
    removeLeftStaging(folder);
    const connection = connect(databaseFile(folder));
    return orClose(connection.close, () => {
      migrate(connection);
      return bindOfficeStore(connection, unlock);
    });
  });
}

/** Whether a folder has a store. */
export function hasStore(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/**
 * Opens an office's store beside whoever works on it. Throws when the folder has none.
 * @param busyTimeoutMs how long a change of the office is waited for before `isBusy` is thrown;
 *   a server waits in place, so it had better not wait long
 */
export async function openSharedStore(
  folder: string,
  busyTimeoutMs?: number,
): Promise<SharedStore> {
  const file = databaseFile(folder);
  if (!hasStore(folder)) throw new Error(`no companies were imported into ${folder} yet`);
  const connection = connect(file, busyTimeoutMs);
  return orClose(connection.close, () => {
    requireCurrentSchema(connection);
    return bindSharedStore(connection);
  });
}

function bindSharedStore(connection: Connection): SharedStore {
  const journal = openJournal(connection);
  return {
    companies: openCompanyReader(connection),
    ratings: openRatingReader(connection),
    certificates: openCertificateReader(connection),
    access: openAccessBook(connection, journal),
    journal,
    close: async () => connection.close(),
  };
}

function bindOfficeStore(connection: Connection, unlock: () => void): OfficeStore {
  const journal = openJournal(connection);
  return {
    companies: {
      ...openCompanyReader(connection),
      filesAfter: openFileReader(connection),
      startImport: async (plan) => startImport(connection, journal, plan),
    },
    ratings: openRatingBook(connection, journal),
    certificates: openCertificateBook(connection, journal),
    access: openAccessBook(connection, journal),
    publications: {
      note: async (publication, cause) =>
        connection.transaction(() => journal.note(cause, publication)),
    },
    journal,
    async close() {
      connection.close();
      unlock();
    },
  };
}

function databaseFile(folder: string): string {
  return join(folder, 'office.sqlite');
}
