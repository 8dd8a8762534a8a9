import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Suite } from '../../shared/signature/suites.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { IssuersDocument, KeyState, KeyUse } from '../../shared/trust/issuers-document.ts';
import { describeIssuerKey, type IssuerSigningKey } from '../keys/issuer-key.ts';
import { loadKeyFile, saveKeyFile } from '../keys/key-file.ts';
import { existingPassphrase } from '../keys/passphrase.ts';
import { generateSigningKey } from '../keys/signing-key.ts';

/** Division code of Jiading; the office itself is invented and says so in its name. */
export const DEMO_ISSUER = '310114';

/** The keys of the invented office, one for each situation a key can be in. */
export const DEMO_KEY_NAMES = [
  'certificate-sm2',
  'certificate-ed25519',
  'certificate-es256',
  'retired',
  'withdrawn',
  'presentation',
  'status',
  'unpublished',
] as const;
export type DemoKeyName = (typeof DEMO_KEY_NAMES)[number];
export type DemoKeys = Readonly<Record<DemoKeyName, IssuerSigningKey>>;

interface KeyPlan {
  readonly suite: Suite;
  readonly uses: readonly KeyUse[];
  readonly state: KeyState;
  /** Years relative to the making of the demo world. */
  readonly from: number;
  readonly until: number;
}

const IN_USE = { uses: ['certificate'], state: 'active', from: -5, until: 10 } as const;

const PLANS: Readonly<Record<DemoKeyName, KeyPlan>> = {
  'certificate-sm2': { ...IN_USE, suite: 'SM2' },
  'certificate-ed25519': { ...IN_USE, suite: 'Ed25519' },
  'certificate-es256': { ...IN_USE, suite: 'ES256' },
  retired: { ...IN_USE, suite: 'Ed25519', state: 'retired', until: -1 },
  withdrawn: { ...IN_USE, suite: 'Ed25519', state: 'withdrawn' },
  presentation: { ...IN_USE, suite: 'Ed25519', uses: ['presentation'] },
  status: { ...IN_USE, suite: 'Ed25519', uses: ['status'] },
  // Signs certificates of an office this bundle has never heard of.
  unpublished: { ...IN_USE, suite: 'Ed25519' },
};

export const YEAR: EpochSeconds = 365 * 86_400;

/** Opens the office's key folder and makes the keys that are not there yet. */
export function openDemoKeys(folder: string, now: EpochSeconds): DemoKeys {
  mkdirSync(folder, { recursive: true });
  return {
    'certificate-sm2': openKey(folder, 'certificate-sm2', now),
    'certificate-ed25519': openKey(folder, 'certificate-ed25519', now),
    'certificate-es256': openKey(folder, 'certificate-es256', now),
    retired: openKey(folder, 'retired', now),
    withdrawn: openKey(folder, 'withdrawn', now),
    presentation: openKey(folder, 'presentation', now),
    status: openKey(folder, 'status', now),
    unpublished: openKey(folder, 'unpublished', now),
  };
}

function openKey(folder: string, name: DemoKeyName, now: EpochSeconds): IssuerSigningKey {
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) return loadKeyFile(file, existingPassphrase());
  const { suite, uses, state, from, until } = PLANS[name];
  const period = { notBefore: now + from * YEAR, notAfter: now + until * YEAR };
  const issuerKey = { key: generateSigningKey(suite), uses, state, ...period };
  // Worth nothing to a thief: only a demo bundle, which says so on every screen, trusts them.
  saveKeyFile(file, issuerKey, 'none');
  return issuerKey;
}

/** What the office publishes about its keys; the unpublished one is left out. */
export function demoIssuersDocument(keys: DemoKeys, version: number): IssuersDocument {
  const published = DEMO_KEY_NAMES.filter((name) => name !== 'unpublished');
  const name = {
    'zh-CN': '嘉定区公共信用服务中心（样例）',
    en: 'Jiading Public Credit Centre (sample)',
  };
  const records = published.map((keyName) => describeIssuerKey(keys[keyName]));
  return { version, issuers: [{ id: DEMO_ISSUER, name, keys: records }] };
}
