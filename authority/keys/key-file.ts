import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { fromBase64, sameBytes, toBase64 } from '../../shared/bytes.ts';
import { SUITE_ALGORITHMS, SUITES } from '../../shared/signature/suites.ts';
import { KEY_STATES, KEY_USES } from '../../shared/trust/issuers-document.ts';
import type { IssuerSigningKey } from './issuer-key.ts';
import type { Passphrase } from './passphrase.ts';
import { SealedSecret } from './sealed-secret.ts';
import { keyIdentifier, type LocalKey, restoreSigningKey } from './signing-key.ts';
import { type Protection, storeSecret, unlockSecret, writeKeyFile } from './stored-secret.ts';

const Time = v.pipe(v.number(), v.safeInteger());
const DESCRIPTION = {
  format: v.literal(2),
  suite: v.picklist(SUITES),
  /** Public half, SubjectPublicKeyInfo in base64: publishing it asks nobody for a passphrase. */
  spki: v.string(),
  notBefore: Time,
  notAfter: Time,
  state: v.picklist(KEY_STATES),
  uses: v.array(v.picklist(KEY_USES)),
};
const Description = v.object(DESCRIPTION);
const KeyFile = v.union([
  v.strictObject({ ...DESCRIPTION, protection: SealedSecret }),
  v.strictObject({ ...DESCRIPTION, protection: v.literal('none'), secret: v.string() }),
]);
type KeyFile = v.InferOutput<typeof KeyFile>;

/** An issuer key whose secret this process holds. */
export type NewIssuerKey = IssuerSigningKey & { readonly key: LocalKey };

/** Writes a private key with its description to a new file. Throws when there is one already. */
export function saveKeyFile(file: string, issuerKey: NewIssuerKey, protection: Protection): void {
  const { key, notBefore, notAfter, state, uses } = issuerKey;
  const spki = toBase64(key.publicKeyInfo);
  const description = { format: 2, suite: key.suite, spki, notBefore, notAfter, state, uses };
  writeKeyFile(file, { ...description, ...storeSecret(key.secret, protection, description) });
}

/**
 * Reads a key file. The secret is decrypted at the first signature, so that only who signs is
 * asked for a passphrase. Throws when the file is missing or damaged.
 */
export function loadKeyFile(file: string, passphrase: Passphrase): IssuerSigningKey {
  const parsed = v.safeParse(KeyFile, JSON.parse(readFileSync(file, 'utf8')));
  const publicKeyInfo = parsed.success ? fromBase64(parsed.output.spki) : undefined;
  if (!parsed.success || publicKeyInfo === undefined) throw new Error(`no issuer key in ${file}`);
  const content = parsed.output;
  const { suite, notBefore, notAfter, state, uses } = content;
  let unlocked: LocalKey | undefined;
  const sign = (message: Uint8Array): Uint8Array => {
    unlocked ??= unlock(file, content, passphrase);
    return unlocked.sign(message);
  };
  const [algorithm] = SUITE_ALGORITHMS[suite];
  const key = { suite, algorithm, kid: keyIdentifier(publicKeyInfo), publicKeyInfo, sign };
  return { key, notBefore, notAfter, state, uses };
}

function unlock(file: string, content: KeyFile, passphrase: Passphrase): LocalKey {
  const keyName = content.uses.join(' and ');
  const description = v.parse(Description, content);
  const secret = unlockSecret({ file, keyName, stored: content, description }, passphrase);
  const key = restoreSigningKey(content.suite, secret);
  if (!key || !sameBytes(key.publicKeyInfo, fromBase64(content.spki) ?? new Uint8Array()))
    throw new Error(`the secret in ${file} is not that of its ${content.suite} key`);
  return key;
}
