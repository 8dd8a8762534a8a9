import type { EpochSeconds } from '../../shared/time.ts';
import { IssuersDocument } from '../../shared/trust/issuers-document.ts';
import { parseJsonDocument } from '../../shared/trust/json-document.ts';
import { describeIssuerKey } from '../keys/issuer-key.ts';
import type { OfficeFolder } from '../office/office-folder.ts';
import { officeStatusLists, type StatusSource } from './office-status-lists.ts';
import type { TargetSet } from './target-set.ts';

/** What an office has to say, and what it says already. */
export type OfficeWords = Omit<StatusSource, 'issuers'>;

/**
 * What an office has to say now, file by file. What it says already is left as it is, byte for
 * byte, so that nobody fetches it again. Throws when a file of the office is damaged.
 */
export async function officeDocuments(words: OfficeWords, now: EpochSeconds): Promise<TargetSet> {
  const { office, published } = words;
  const issuers = nextIssuers(office, published.get('issuers.json'));
  return new Map([
    ['issuers.json', documentBytes(issuers)],
    ['policy.json', documentBytes(office.policy)],
    ...(await officeStatusLists({ ...words, issuers }, now)),
  ]);
}

/** The bytes of a document as the repository delivers it. */
export function documentBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}

function nextIssuers(office: OfficeFolder, published: Uint8Array | undefined): IssuersDocument {
  const keys = [...Object.values(office.keys).map(describeIssuerKey), ...office.formerKeys];
  const issuers = [{ id: office.issuer, name: office.name, keys }];
  const before = published && parseJsonDocument(IssuersDocument, published);
  if (!before?.ok) return { version: 1, issuers };
  const { version } = before.value;
  const isSame = JSON.stringify(before.value.issuers) === JSON.stringify(issuers);
  return { version: isSame ? version : version + 1, issuers };
}
