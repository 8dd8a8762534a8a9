import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';
import { SUITES } from '../../shared/signature/suites.ts';
import { KEY_STATES, KEY_USES } from '../../shared/trust/issuers-document.ts';
import type { IssuerSigningKey } from './issuer-key.ts';
import { restoreSigningKey } from './signing-key.ts';

const Time = v.pipe(v.number(), v.safeInteger());
const KeyFileSchema = v.strictObject({
  format: v.literal(1),
  suite: v.picklist(SUITES),
  notBefore: Time,
  notAfter: Time,
  state: v.picklist(KEY_STATES),
  uses: v.array(v.picklist(KEY_USES)),
  secret: v.string(),
});

// Readable by its owner only: whoever reads it is the office.
const OWNER_ONLY = 0o600;

/** Writes a private key with its description to a file that only its owner may read. */
export function saveKeyFile(file: string, issuerKey: IssuerSigningKey): void {
  const { key, notBefore, notAfter, state, uses } = issuerKey;
  const secret = toBase64(key.secret);
  const content = { format: 1, suite: key.suite, notBefore, notAfter, state, uses, secret };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY });
}

/** Reads a key file. Throws when it is missing or damaged: without its key an office cannot go on. */
export function loadKeyFile(file: string): IssuerSigningKey {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { suite, secret, notBefore, notAfter, state, uses } = v.parse(KeyFileSchema, json);
  const bytes = fromBase64(secret);
  const key = bytes && restoreSigningKey(suite, bytes);
  if (key === undefined) throw new Error(`no ${suite} key in ${file}`);
  return { key, notBefore, notAfter, state, uses };
}
