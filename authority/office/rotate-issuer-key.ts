import { renameSync, rmSync } from 'node:fs';
import type { EpochSeconds } from '../../shared/time.ts';
import type { KeyUse } from '../../shared/trust/issuers-document.ts';
import { describeIssuerKey } from '../keys/issuer-key.ts';
import { saveKeyFile } from '../keys/key-file.ts';
import { generateSigningKey } from '../keys/signing-key.ts';
import type { Protection } from '../keys/stored-secret.ts';
import { type IssuerKeyRecord, loadFormerKeys, saveFormerKeys } from './former-keys.ts';
import { KEY_LIFETIME, keyFile, type OfficeFolder } from './office-folder.ts';

/** What becomes of a key that is replaced: `retired` when its time has come, `withdrawn` when it leaked. */
export const FORMER_STATES = ['retired', 'withdrawn'] as const;
export type FormerState = (typeof FORMER_STATES)[number];

/** A key of an office that is to be replaced. */
export interface IssuerKeyRotation {
  readonly use: KeyUse;
  readonly former: FormerState;
  /** Of the new key. */
  readonly protection: Protection;
}

/** The two keys of a rotation. */
export interface IssuerKeysExchanged {
  readonly removed: IssuerKeyRecord;
  readonly added: IssuerKeyRecord;
}

/**
 * Replaces an issuer key by a new one of its suite; the old secret is gone then. The new key is on
 * the disk before the old one is called a former one, and takes its place by one rename: cut off in
 * between, the old key goes on, and the next attempt completes the change.
 */
export function rotateIssuerKey(
  office: OfficeFolder,
  { use, former, protection }: IssuerKeyRotation,
  now: EpochSeconds,
): IssuerKeysExchanged {
  const old = office.keys[use];
  const key = generateSigningKey(old.key.suite);
  const period = { notBefore: now, notAfter: now + KEY_LIFETIME };
  const next = { key, uses: [use], state: 'active', ...period } as const;
  const [file, draft] = [keyFile(office.folder, use), keyFile(office.folder, `${use}.next`)];
  rmSync(draft, { force: true });
  saveKeyFile(draft, next, protection);
  // What it signed until now goes on to count, and nothing that says it was signed later.
  const removed = {
    ...describeIssuerKey(old),
    state: former,
    notAfter: Math.min(old.notAfter, now),
  };
  const others = loadFormerKeys(office.folder).filter(({ kid }) => kid !== removed.kid);
  saveFormerKeys(office.folder, [...others, removed]);
  renameSync(draft, file);
  return { removed, added: describeIssuerKey(next) };
}
