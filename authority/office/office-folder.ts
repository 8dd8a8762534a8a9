import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { toHex } from '../../shared/bytes.ts';
import type { Suite } from '../../shared/signature/suites.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { KeyUse } from '../../shared/trust/issuers-document.ts';
import { type Policy, PolicyDocument } from '../../shared/trust/policy.ts';
import { LocalizedText } from '../../shared/trust/policy-terms.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { IssuerSigningKey } from '../keys/issuer-key.ts';
import { loadKeyFile, saveKeyFile } from '../keys/key-file.ts';
import { existingPassphrase, type Passphrase } from '../keys/passphrase.ts';
import { generateSigningKey } from '../keys/signing-key.ts';
import type { Protection } from '../keys/stored-secret.ts';
import { type IssuerKeyRecord, loadFormerKeys } from './former-keys.ts';

/**
 * An office's working folder: who it is, its keys and its policy, in plain files. What it knows and
 * issues is in the store beside them.
 */
export interface OfficeFolder {
  readonly folder: string;
  readonly issuer: string;
  readonly name: LocalizedText;
  readonly keys: Readonly<Record<KeyUse, IssuerSigningKey>>;
  /** Keys that no longer sign and stay published. */
  readonly formerKeys: readonly IssuerKeyRecord[];
  readonly policy: Policy;
}

const OfficeFile = v.strictObject({
  issuer: v.pipe(v.string(), v.regex(/^[0-9]{6}$/)),
  name: LocalizedText,
});

/** How long a new key may sign; a rotation before its end is the office's business. */
export const KEY_LIFETIME: EpochSeconds = 3 * 365 * 86_400;

/** What a new office decides. */
export interface NewOffice {
  readonly issuer: string;
  readonly name: LocalizedText;
  /** Suite of the certificate and presentation keys. */
  readonly suite: Suite;
  readonly domain: Policy['domain'];
  /** Of the key files; only a demo may do without. */
  readonly protection: Protection;
}

/** Throws when a folder holds an office already. */
export function assertNoOffice(folder: string): void {
  if (existsSync(join(folder, 'office.json')))
    throw new Error(`there is an office in ${folder} already`);
}

/** Makes an office in a folder that has none yet. Throws when there is one: its keys are not replaced. */
export function createOffice(folder: string, office: NewOffice, now: EpochSeconds): void {
  assertNoOffice(folder);
  if (office.protection === 'none' && office.domain !== 'demo')
    throw new Error('only a demo office may keep its keys without a passphrase');
  mkdirSync(join(folder, 'keys'), { recursive: true });
  for (const use of ['certificate', 'presentation', 'status'] as const) {
    const period = { notBefore: now, notAfter: now + KEY_LIFETIME };
    const key = generateSigningKey(use === 'status' ? 'Ed25519' : office.suite);
    const issuerKey = { key, uses: [use], state: 'active', ...period } as const;
    saveKeyFile(keyFile(folder, use), issuerKey, office.protection);
  }
  writeJson(join(folder, 'policy.json'), defaultPolicy(office.domain, 1));
  writeJson(join(folder, 'office.json'), { issuer: office.issuer, name: office.name });
}

/**
 * Opens an office's folder. Throws when a file is missing or damaged.
 * @param passphrase asked when a key signs for the first time; by default the environment or a prompt
 */
export function openOffice(
  folder: string,
  passphrase: Passphrase = existingPassphrase(),
): OfficeFolder {
  const { issuer, name } = v.parse(OfficeFile, readJson(join(folder, 'office.json')));
  const policy = v.parse(PolicyDocument, readJson(join(folder, 'policy.json')));
  const keys = {
    certificate: loadKeyFile(keyFile(folder, 'certificate'), passphrase),
    presentation: loadKeyFile(keyFile(folder, 'presentation'), passphrase),
    status: loadKeyFile(keyFile(folder, 'status'), passphrase),
  };
  // A rotation that was cut off left the key it was about to replace in both places: it is in use.
  const inUse = new Set(Object.values(keys).map(({ key }) => toHex(key.kid)));
  const formerKeys = loadFormerKeys(folder).filter(({ kid }) => !inUse.has(kid));
  return { folder, issuer, name, keys, formerKeys, policy };
}

/** File of a key in an office's folder. */
export function keyFile(folder: string, name: string): string {
  return join(folder, 'keys', `${name}.json`);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
