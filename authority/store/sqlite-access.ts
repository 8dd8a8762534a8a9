import type { AccessBook, StoredAccess } from './access-book.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { bytesAt, numberAt, textAt } from './sqlite-values.ts';

/** The access codes of the portal. */
export function openAccessBook(connection: Connection, journal: WritableJournal): AccessBook {
  const one = connection.prepare(
    'SELECT salt, hash, parameters, issued_at, failures, locked_until FROM access WHERE holder = ?',
  );
  const fail = connection.prepare(
    'UPDATE access SET failures = failures + 1 WHERE holder = ? RETURNING failures',
  );
  const succeed = connection.prepare(
    'UPDATE access SET failures = 0, locked_until = 0 WHERE holder = ? AND failures > 0',
  );
  const lock = connection.prepare('UPDATE access SET locked_until = ? WHERE holder = ?');
  const known = connection.prepare('SELECT 1 FROM company WHERE code = ?');
  const replace = connection.prepare('INSERT OR REPLACE INTO access VALUES (?, ?, ?, ?, ?, 0, 0)');
  return {
    async access(holder) {
      const row = one.get(holder);
      return row && readAccess(row);
    },
    async noteFailure(holder) {
      const row = connection.transaction(() => fail.get(holder));
      return row === undefined ? 0 : numberAt(row, 0);
    },
    async noteSuccess(holder) {
      succeed.run(holder);
    },
    async lock(holder, until, cause) {
      connection.transaction(() => {
        if (lock.run(until, holder).changes === 0) return;
        journal.note(cause, { what: 'access-locked', subject: holder, detail: { until } });
      });
    },
    setSecret: async (holder, { salt, hash, parameters }, cause) =>
      connection.transaction(() => {
        if (known.get(holder) === undefined) return false;
        replace.run(holder, salt, hash, parameters, cause.at);
        journal.note(cause, { what: 'access-issued', subject: holder, detail: {} });
        return true;
      }),
  };
}

function readAccess(row: Row): StoredAccess {
  return {
    salt: bytesAt(row, 0),
    hash: bytesAt(row, 1),
    parameters: textAt(row, 2),
    issuedAt: numberAt(row, 3),
    failures: numberAt(row, 4),
    lockedUntil: numberAt(row, 5),
  };
}
