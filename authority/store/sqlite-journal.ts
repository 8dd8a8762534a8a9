import { hash } from 'node:crypto';
import type { Cause } from './cause.ts';
import type { Journal, JournalCheck, JournalEntry } from './journal.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import { numberAt, textAt } from './sqlite-values.ts';

/** What was done to what, and its particulars. */
export interface JournalNote {
  readonly what: string;
  readonly subject: string;
  readonly detail: unknown;
}

/** The journal as the verbs of the store write it. */
export interface WritableJournal extends Journal {
  /** Adds a line; call it within the transaction that makes the change. */
  note(cause: Cause, note: JournalNote): void;
}

/** What the first line is chained to. */
const FIRST_HASH = '0'.repeat(64);

const COLUMNS = 'sequence, at, who, what, subject, why, detail, hash';

/** Opens the journal of a database. */
export function openJournal(connection: Connection): WritableJournal {
  const last = connection.prepare(
    'SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1',
  );
  const insert = connection.prepare(
    `INSERT INTO journal (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const after = connection.prepare(
    `SELECT ${COLUMNS} FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  const about = connection.prepare(
    `SELECT ${COLUMNS} FROM journal WHERE subject = ? ORDER BY sequence`,
  );
  return {
    note(cause, { what, subject, detail }) {
      const previous = last.get();
      const sequence = previous === undefined ? 1 : numberAt(previous, 0) + 1;
      const line = { ...cause, sequence, what, subject, detail: JSON.stringify(detail) };
      const link = hashOf(previous === undefined ? FIRST_HASH : textAt(previous, 1), line);
      const { at, who, why } = cause;
      insert.run(sequence, at, who, what, subject, why, line.detail, link);
    },
    entriesAfter: async (sequence, limit) => after.all(sequence, limit).map(readEntry),
    entriesAbout: async (subject) => about.all(subject).map(readEntry),
    check: async () => checkChain(after.iterate(0, -1)),
  };
}

function checkChain(rows: Iterable<Row>): JournalCheck {
  let entries = 0;
  let lastHash = FIRST_HASH;
  for (const row of rows) {
    const entry = readEntry(row);
    entries++;
    if (entry.sequence !== entries || entry.hash !== hashOf(lastHash, entry))
      return { ok: false, brokenAt: entries };
    lastHash = entry.hash;
  }
  return { ok: true, entries, lastHash };
}

function hashOf(previous: string, entry: Omit<JournalEntry, 'hash'>): string {
  const { sequence, at, who, what, subject, why, detail } = entry;
  return hash('sha256', JSON.stringify([previous, sequence, at, who, what, subject, why, detail]));
}

function readEntry(row: Row): JournalEntry {
  return {
    sequence: numberAt(row, 0),
    at: numberAt(row, 1),
    who: textAt(row, 2),
    what: textAt(row, 3),
    subject: textAt(row, 4),
    why: textAt(row, 5),
    detail: textAt(row, 6),
    hash: textAt(row, 7),
  };
}
