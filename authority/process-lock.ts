import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './store/busy.ts';

/** Gives a lock back. */
export type Unlock = () => void;

/**
 * Makes this process the only one at a piece of work. The lock is the kernel's, held on a file of
 * its own through SQLite: it ends with its process however that ends, so no lock is ever stale,
 * and a process number that is used again, or belongs to another container, misleads nobody.
 * Throws when another process is at work.
 * @param place what the complaint names
 */
export function takeProcessLock(file: string, place: string): Unlock {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('CREATE TABLE IF NOT EXISTS owner (pid INTEGER NOT NULL)');
    database.exec('BEGIN IMMEDIATE');
    database.exec(`DELETE FROM owner; INSERT INTO owner VALUES (${process.pid}); COMMIT`);
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const owner = isBusy(error) ? ownerOf(database) : '';
    database.close();
    if (!isBusy(error)) throw error;
    throw new Error(`another authority process${owner} is at work in ${place}; try again later`);
  }
  return () => database.close();
}

function ownerOf(database: DatabaseSync): string {
  try {
    const pid = database.prepare('SELECT pid FROM owner').get()?.pid;
    return typeof pid === 'number' ? ` (${pid})` : '';
  } catch (error) {
    // It is writing its number this very moment.
    if (isBusy(error)) return '';
    throw error;
  }
}
