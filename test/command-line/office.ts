import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '../../authority/default-policy.ts';
import { type CertificateRequest, issueCertificate } from '../../authority/issue-certificate.ts';
import { describeIssuerKey } from '../../authority/keys/issuer-key.ts';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { writeBundle } from '../../authority/write-bundle.ts';
import { writeStatusList } from '../../authority/write-status-list.ts';

/** A small office: a bundle folder in a temporary place, and certificates that fit it. */

export const NOW = Date.UTC(2026, 5, 1, 2) / 1_000;
export const AT = '2026-06-01T10:00:00+08:00';
const DAY = 86_400;
const LIST = 'status/310114-1';
const REVOKED_INDEX = 7;

export interface Office {
  /** Temporary folder for the files of a test. */
  readonly folder: string;
  readonly bundle: string;
  issue(changes?: Partial<CertificateRequest>): string;
  issueRevoked(): string;
  close(): void;
}

/** Opens an office with one Ed25519 key. */
export function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  const bundle = join(folder, 'bundle');
  const key = generateSigningKey('Ed25519');
  const period = { notBefore: NOW - 400 * DAY, notAfter: NOW + 400 * DAY };
  const uses = ['certificate', 'status'] as const;
  const record = describeIssuerKey({ key, ...period, state: 'active', uses });
  const name = { 'zh-CN': '嘉定信用', en: 'Jiading Credit' };
  const exceptions = new Map([[REVOKED_INDEX, 'revoked' as const]]);
  const list = writeStatusList({ name: LIST, signedAt: NOW - 60, size: 64, exceptions }, key);
  writeBundle(bundle, {
    issuers: { version: 3, issuers: [{ id: '310114', name, keys: [record] }] },
    policy: defaultPolicy('production', 5),
    statusLists: new Map([[LIST, list]]),
  });
  const issue = (changes: Partial<CertificateRequest> = {}) =>
    issueCertificate({ ...REQUEST, ...changes }, key).text;
  return {
    folder,
    bundle,
    issue,
    issueRevoked: () => issue({ status: { list: LIST, index: REVOKED_INDEX } }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const REQUEST: CertificateRequest = {
  issuer: '310114',
  holderCode: '91310114DEM000014A',
  issuedAt: NOW - 10 * DAY,
  expiresAt: NOW + 100 * DAY,
  status: { list: LIST, index: 1 },
  credit: {
    holderName: '上海样例精密机械有限公司',
    grade: 'A',
    evaluated: Math.floor(NOW / DAY) - 30,
    lists: [],
  },
};
