import type { EpochSeconds } from '../../shared/time.ts';
import { prepareIssuerKeys } from '../../shared/trust/issuer-keys.ts';
import { IssuersDocument } from '../../shared/trust/issuers-document.ts';
import { parseJsonDocument } from '../../shared/trust/json-document.ts';
import { openStatusList, statusAt } from '../../shared/trust/status-list.ts';
import { describeIssuerKey } from '../keys/issuer-key.ts';
import { type OfficeFolder, STATUS_LIST_SIZE } from '../office/office-folder.ts';
import { writeStatusList } from '../write-status-list.ts';
import { type StatusExceptions, statusExceptions } from './status-changes.ts';
import type { TargetSet } from './target-set.ts';

/**
 * What an office has to say now, file by file. What it says already is left as it is, byte for
 * byte, so that nobody fetches it again. Throws when a file of the office is damaged.
 * @param published the files now in force
 */
export function officeDocuments(
  office: OfficeFolder,
  published: TargetSet,
  now: EpochSeconds,
): TargetSet {
  const issuers = nextIssuers(office, published.get('issuers.json'));
  const list = `status/${office.issuer}-1`;
  const exceptions = statusExceptions(office.folder, list);
  const current = published.get(list);
  const saysSo = current !== undefined && saysSame(list, current, { issuers, exceptions });
  const content = { name: list, signedAt: now, size: STATUS_LIST_SIZE, exceptions };
  return new Map([
    ['issuers.json', documentBytes(issuers)],
    ['policy.json', documentBytes(office.policy)],
    [list, saysSo ? current : writeStatusList(content, office.keys.status.key)],
  ]);
}

/** The bytes of a document as the repository delivers it. */
export function documentBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}

function nextIssuers(office: OfficeFolder, published: Uint8Array | undefined): IssuersDocument {
  const keys = Object.values(office.keys).map(describeIssuerKey);
  const issuers = [{ id: office.issuer, name: office.name, keys }];
  const before = published && parseJsonDocument(IssuersDocument, published);
  if (!before?.ok) return { version: 1, issuers };
  const { version } = before.value;
  const isSame = JSON.stringify(before.value.issuers) === JSON.stringify(issuers);
  return { version: isSame ? version : version + 1, issuers };
}

interface Wanted {
  readonly issuers: IssuersDocument;
  readonly exceptions: StatusExceptions;
}

// A list whose key verifiers no longer accept does not say the same: they would not hear it.
function saysSame(name: string, bytes: Uint8Array, { issuers, exceptions }: Wanted): boolean {
  const list = openStatusList(name, bytes, prepareIssuerKeys(issuers).keys);
  if (!list.ok || statusAt(list.value, STATUS_LIST_SIZE - 1) === undefined) return false;
  for (let index = 0; index < STATUS_LIST_SIZE; index++) {
    if (statusAt(list.value, index) !== (exceptions.get(index) ?? 'valid')) return false;
  }
  return true;
}
