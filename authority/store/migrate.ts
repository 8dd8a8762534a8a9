import { SCHEMA_STEPS } from './schema.ts';
import type { Connection } from './sqlite-connection.ts';
import { numberAt } from './sqlite-values.ts';

/**
 * Brings a database to a version, one transaction a step.
 * Throws when it is newer than this program: an older program would misread it.
 * @param steps the versions of the tables, this program's by default
 */
export function migrate(connection: Connection, steps: readonly string[] = SCHEMA_STEPS): void {
  const version = schemaVersion(connection);
  if (version > steps.length)
    throw new Error(
      `the office's database has version ${version}, this program knows up to ${steps.length}: use a newer one`,
    );
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    connection.transaction(() => {
      connection.database.exec(step);
      connection.database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** Throws unless the tables are exactly those this program knows; changes nothing. */
export function requireCurrentSchema(connection: Connection): void {
  const version = schemaVersion(connection);
  if (version !== SCHEMA_STEPS.length)
    throw new Error(
      `the office's database has version ${version}, this program needs ${SCHEMA_STEPS.length}`,
    );
}

function schemaVersion(connection: Connection): number {
  return numberAt(connection.prepare('PRAGMA user_version').get(), 0);
}
