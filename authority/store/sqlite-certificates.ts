import type { CertificateStatus } from '../../shared/trust/status-list.ts';
import type { Cause } from './cause.ts';
import {
  type CertificateBook,
  type CertificateReader,
  type NewCertificate,
  REASON_CLASSES,
  type StateChange,
  type StateChangeResult,
  type StoredCertificate,
} from './certificate-book.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { numberAt, textAt, wordAt, wordsAt } from './sqlite-values.ts';
import { openReservation } from './status-reservation.ts';
import { openSupersedeHolder } from './supersede.ts';

const STATES = ['valid', 'revoked', 'suspended', 'superseded'] as const;
const EXCEPTIONS = ['revoked', 'suspended', 'superseded'] as const;

const CERTIFICATES = `
SELECT c.number, c.holder, l.name, c.idx, c.issued_at, c.expires_at, c.grade, c.evaluated,
  c.lists, c.suite, c.kid, c.text, c.state, c.reason
FROM certificate AS c JOIN status_list AS l ON l.id = c.list`;

/** Reads certificates for everybody. */
export function openCertificateReader(connection: Connection): CertificateReader {
  const one = connection.prepare(`${CERTIFICATES} WHERE c.number = ?`);
  const ofHolder = connection.prepare(
    `${CERTIFICATES} WHERE c.holder = ? ORDER BY c.id DESC LIMIT ?`,
  );
  return {
    async certificate(number) {
      const row = one.get(number);
      return row && readCertificate(row);
    },
    async newestOf(holder) {
      const row = ofHolder.get(holder, 1);
      return row && readCertificate(row);
    },
    allOf: async (holder) => ofHolder.all(holder, -1).map(readCertificate),
  };
}

/** The certificates as an office at work uses them. */
export function openCertificateBook(
  connection: Connection,
  journal: WritableJournal,
): CertificateBook {
  const reserve = openReservation(connection);
  const add = openAdd(connection, journal);
  const change = openChange(connection, journal);
  const lists = connection.prepare('SELECT name, size, reserved FROM status_list ORDER BY id');
  const exceptions = connection.prepare(
    `SELECT c.idx, c.state FROM certificate AS c JOIN status_list AS l ON l.id = c.list
     WHERE l.name = ? AND c.state <> 'valid'`,
  );
  return {
    ...openCertificateReader(connection),
    reserve: async (issuer, count) => connection.transaction(() => reserve(issuer, count)),
    add: async (certificates, cause) =>
      connection.transaction(() => {
        for (const certificate of certificates) add(certificate, cause);
      }),
    change: async (wanted, cause) => connection.transaction(() => change(wanted, cause)),
    statusLists: async () => lists.all().map(readSummary),
    exceptionsOf: async (list) => new Map(exceptions.all(list).map(readException)),
  };
}

function openAdd(
  connection: Connection,
  journal: WritableJournal,
): (certificate: NewCertificate, cause: Cause) => void {
  const supersede = openSupersedeHolder(connection, journal);
  const listId = connection.prepare('SELECT id FROM status_list WHERE name = ?');
  const insert = connection.prepare(
    `INSERT INTO certificate (number, holder, list, idx, issued_at, expires_at, grade, evaluated,
       lists, suite, kid, text, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'valid')`,
  );
  return (certificate, cause) => {
    const { number, holder, status, issuedAt, expiresAt, grade, evaluated, lists } = certificate;
    supersede(holder, cause);
    const list = listId.get(status.list);
    if (list === undefined)
      throw new Error(`no status list "${status.list}" was ever reserved from`);
    const where = [number, holder, numberAt(list, 0), status.index];
    const what = [issuedAt, expiresAt, grade, evaluated, lists.join(',')];
    insert.run(...where, ...what, certificate.suite, certificate.kid, certificate.text);
    const detail = { holder, grade, evaluated, expiresAt, status };
    journal.note(cause, { what: 'certificate-issued', subject: number, detail });
  };
}

/** From which states an asked-for state can be reached. */
const POSSIBLE_BEFORE: Readonly<Record<StateChange['state'], readonly CertificateStatus[]>> = {
  valid: ['suspended'],
  suspended: ['valid'],
  revoked: ['valid', 'suspended'],
};

function openChange(
  connection: Connection,
  journal: WritableJournal,
): (change: StateChange, cause: Cause) => StateChangeResult {
  const current = connection.prepare('SELECT state FROM certificate WHERE number = ?');
  const update = connection.prepare(
    'UPDATE certificate SET state = ?, reason = ? WHERE number = ?',
  );
  return ({ number, state, reason }, cause) => {
    const row = current.get(number);
    if (row === undefined) return 'unknown-certificate';
    const before = wordAt(row, 0, STATES);
    if (!POSSIBLE_BEFORE[state].includes(before)) return 'not-possible';
    update.run(state, reason, number);
    const detail = { before, state, reason };
    journal.note(cause, { what: 'certificate-changed', subject: number, detail });
    return 'changed';
  };
}

function readCertificate(row: Row): StoredCertificate {
  return {
    number: textAt(row, 0),
    holder: textAt(row, 1),
    status: { list: textAt(row, 2), index: numberAt(row, 3) },
    issuedAt: numberAt(row, 4),
    expiresAt: numberAt(row, 5),
    grade: textAt(row, 6),
    evaluated: numberAt(row, 7),
    lists: wordsAt(row, 8),
    suite: textAt(row, 9),
    kid: textAt(row, 10),
    text: textAt(row, 11),
    state: wordAt(row, 12, STATES),
    reason: row[13] === null ? undefined : wordAt(row, 13, REASON_CLASSES),
  };
}

function readSummary(row: Row): { name: string; size: number; reserved: number } {
  return { name: textAt(row, 0), size: numberAt(row, 1), reserved: numberAt(row, 2) };
}

function readException(row: Row): [number, (typeof EXCEPTIONS)[number]] {
  return [numberAt(row, 0), wordAt(row, 1, EXCEPTIONS)];
}
