import type { CertificateStatus } from '../../shared/trust/status-list.ts';
import type { Cause } from './cause.ts';
import {
  CERTIFICATE_STATES,
  type NewCertificate,
  type StateChange,
  type StateChangeResult,
} from './certificate-book.ts';
import type { Connection } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { numberAt, wordAt } from './sqlite-values.ts';
import { openSupersedeHolder } from './supersede.ts';

/** Prepares the noting of a certificate; call it within a transaction. */
export function openAdd(
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

/** Prepares the change of a certificate's state; call it within a transaction. */
export function openChange(
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
    const before = wordAt(row, 0, CERTIFICATE_STATES);
    if (!POSSIBLE_BEFORE[state].includes(before)) return 'not-possible';
    update.run(state, reason, number);
    const detail = { before, state, reason };
    journal.note(cause, { what: 'certificate-changed', subject: number, detail });
    return 'changed';
  };
}
