import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CertificateStatus } from '../../shared/trust/status-list.ts';

/**
 * `status-changes.jsonl` of an office's folder: one line for each change of a certificate's status,
 * oldest first. Lines are only ever added, so that it is also the record of what was done when.
 */
const StatusChange = v.strictObject({
  /** Target name of the list, `status/<name>`. */
  list: v.string(),
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  status: v.picklist(['valid', 'revoked', 'suspended', 'superseded']),
  /** UNIX seconds. */
  at: v.pipe(v.number(), v.safeInteger()),
});

/** Everything in a list that is not simply valid, by index. */
export type StatusExceptions = ReadonlyMap<number, Exclude<CertificateStatus, 'valid'>>;

/** What the changes of an office come to for one list. Throws when the file is damaged. */
export function statusExceptions(office: string, list: string): StatusExceptions {
  const exceptions = new Map<number, Exclude<CertificateStatus, 'valid'>>();
  const file = join(office, 'status-changes.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  for (const line of lines) {
    const change = v.parse(StatusChange, JSON.parse(line));
    if (change.list !== list) continue;
    if (change.status === 'valid') exceptions.delete(change.index);
    else exceptions.set(change.index, change.status);
  }
  return exceptions;
}
