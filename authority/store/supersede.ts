import type { Cause } from './cause.ts';
import type { ReasonClass } from './certificate-book.ts';
import type { Connection } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { numberAt, textAt } from './sqlite-values.ts';

/** Where and why certificates end. */
export interface Ending {
  readonly connection: Connection;
  readonly journal: WritableJournal;
  readonly cause: Cause;
}

/** Ends the certificates of one company that are still valid or suspended: a newer one is there. */
export type SupersedeHolder = (holder: string, cause: Cause) => void;

const PAGE = 1_000;

/** Prepares `SupersedeHolder`. */
export function openSupersedeHolder(
  connection: Connection,
  journal: WritableJournal,
): SupersedeHolder {
  const live = connection.prepare(
    `SELECT id, number FROM certificate WHERE holder = ? AND state IN ('valid', 'suspended')`,
  );
  const end = openEnd(connection, journal);
  return (holder, cause) => {
    for (const row of live.all(holder))
      end(cause, { id: numberAt(row, 0), number: textAt(row, 1), reason: 'newer-certificate' });
  };
}

/**
 * Ends every certificate that no longer says what its company's rating says, and gives their
 * number. Call it within the transaction that makes the rating current.
 * @param slot of the ratings
 */
export function supersedeOutdated({ connection, journal, cause }: Ending, slot: number): number {
  // Page by page: a new scheme can end every certificate there is.
  const outdated = connection.prepare(
    `SELECT id, number FROM certificate AS c
     WHERE id > ? AND state IN ('valid', 'suspended') AND NOT EXISTS (
       SELECT 1 FROM rating AS r WHERE r.slot = ? AND r.holder = c.holder
       AND r.grade = c.grade AND r.lists = c.lists)
     ORDER BY id LIMIT ${PAGE}`,
  );
  const end = openEnd(connection, journal);
  let superseded = 0;
  let last = 0;
  for (;;) {
    const rows = outdated.all(last, slot);
    for (const row of rows) {
      last = numberAt(row, 0);
      end(cause, { id: last, number: textAt(row, 1), reason: 'new-rating' });
    }
    superseded += rows.length;
    if (rows.length < PAGE) return superseded;
  }
}

interface Ended {
  readonly id: number;
  readonly number: string;
  readonly reason: ReasonClass;
}

function openEnd(
  connection: Connection,
  journal: WritableJournal,
): (cause: Cause, ended: Ended) => void {
  const update = connection.prepare(
    `UPDATE certificate SET state = 'superseded', reason = ? WHERE id = ?`,
  );
  return (cause, { id, number, reason }) => {
    update.run(reason, id);
    const detail = { state: 'superseded', reason };
    journal.note(cause, { what: 'certificate-changed', subject: number, detail });
  };
}
