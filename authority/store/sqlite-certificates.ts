import {
  CERTIFICATE_STATES,
  type CertificateBook,
  type CertificateReader,
  REASON_CLASSES,
  type StoredCertificate,
} from './certificate-book.ts';
import { openAdd, openChange } from './certificate-changes.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { numberAt, textAt, wordAt, wordsAt } from './sqlite-values.ts';
import { openReservation } from './status-reservation.ts';

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
  const lists = connection.prepare('SELECT name, size, reserved FROM status_list ORDER BY id');
  const exceptions = connection.prepare(
    `SELECT c.idx, c.state FROM certificate AS c JOIN status_list AS l ON l.id = c.list
     WHERE l.name = ? AND c.state <> 'valid'`,
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
    statusLists: async () => lists.all().map(readSummary),
    exceptionsOf: async (list) => new Map(exceptions.all(list).map(readException)),
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
  return {
    ...openCertificateReader(connection),
    reserve: async (issuer, count) => connection.transaction(() => reserve(issuer, count)),
    add: async (certificates, cause) =>
      connection.transaction(() => {
        for (const certificate of certificates) add(certificate, cause);
      }),
    change: async (wanted, cause) => connection.transaction(() => change(wanted, cause)),
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
    state: wordAt(row, 12, CERTIFICATE_STATES),
    reason: row[13] === null ? undefined : wordAt(row, 13, REASON_CLASSES),
  };
}

function readSummary(row: Row): { name: string; size: number; reserved: number } {
  return { name: textAt(row, 0), size: numberAt(row, 1), reserved: numberAt(row, 2) };
}

function readException(row: Row): [number, (typeof EXCEPTIONS)[number]] {
  return [numberAt(row, 0), wordAt(row, 1, EXCEPTIONS)];
}
