import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { IssuersDocument } from '../../shared/trust/issuers-document.ts';

/** The public half of a key, as verifiers know it. */
export type IssuerKeyRecord = IssuersDocument['issuers'][number]['keys'][number];

const IssuerKeyRecord = IssuersDocument.entries.issuers.item.entries.keys.item;

/**
 * Keys that no longer sign, `keys/former.json`. They stay published: what a retired key signed still
 * counts, and of a withdrawn one terminals have to know that nothing does.
 * Throws when the file is damaged.
 */
export function loadFormerKeys(office: string): readonly IssuerKeyRecord[] {
  const file = formerFile(office);
  if (!existsSync(file)) return [];
  return v.parse(v.array(IssuerKeyRecord), JSON.parse(readFileSync(file, 'utf8')));
}

/** Replaces the list, as a whole or not at all. */
export function saveFormerKeys(office: string, keys: readonly IssuerKeyRecord[]): void {
  const file = formerFile(office);
  writeFileSync(`${file}.part`, `${JSON.stringify(keys, null, 2)}\n`, { flush: true });
  renameSync(`${file}.part`, file);
}

function formerFile(office: string): string {
  return join(office, 'keys', 'former.json');
}
