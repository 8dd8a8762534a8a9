import { defaultPolicy } from '../../authority/default-policy.ts';
import { type CertificateRequest, issueCertificate } from '../../authority/issue-certificate.ts';
import { describeIssuerKey, type IssuerSigningKey } from '../../authority/keys/issuer-key.ts';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { type StatusListContent, writeStatusList } from '../../authority/write-status-list.ts';
import type { Suite } from '../../shared/signature/suites.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import type { IssuersDocument } from '../../shared/trust/issuers-document.ts';
import type { Policy } from '../../shared/trust/policy.ts';
import { assembleTrustBundle, type TrustBundle } from '../../shared/trust/trust-bundle.ts';

/** 2026-06-01T02:00:00Z, ten in the morning in Shanghai; tests never read the clock. */
export const TEST_NOW: EpochSeconds = 1_780_279_200;
export const TEST_DAY = 86_400;
export const TEST_STATUS_LIST = 'status/310114-1';
/** The status index of every certificate of the test world unless a test says otherwise. */
export const TEST_STATUS_INDEX = 4_321;

const YEAR = 365 * TEST_DAY;

/** What a test wants to be different from a world in which every certificate is good. */
export interface TestWorldOptions {
  readonly suite?: Suite;
  readonly certificateKey?: Partial<IssuerSigningKey>;
  readonly statusKey?: Partial<IssuerSigningKey>;
  readonly issuers?: (document: IssuersDocument) => IssuersDocument;
  readonly policy?: (policy: Policy) => Policy;
  readonly status?: Partial<StatusListContent>;
  readonly currentAsOf?: EpochSeconds;
}

/** A small office with real keys, and a bundle that trusts it. */
export interface TestWorld {
  readonly now: EpochSeconds;
  readonly bundle: TrustBundle;
  readonly certificateKey: IssuerSigningKey;
  readonly presentationKey: IssuerSigningKey;
  readonly statusKey: IssuerSigningKey;
  readonly issuers: IssuersDocument;
  readonly policy: Policy;
  readonly statusList: Uint8Array;
  /** Issues a good certificate, changed as the test likes. */
  readonly issue: (
    change?: (request: CertificateRequest) => CertificateRequest,
    key?: IssuerSigningKey,
  ) => string;
}

/** Makes a test world. Keys are new each time; everything else is fixed. */
export function makeTestWorld(options: TestWorldOptions = {}): TestWorld {
  const { suite = 'Ed25519' } = options;
  const certificateKey = { ...issuerKey(suite, ['certificate']), ...options.certificateKey };
  const presentationKey = issuerKey('Ed25519', ['presentation']);
  const statusKey = { ...issuerKey('Ed25519', ['status']), ...options.statusKey };
  const plain = issuersDocument([certificateKey, presentationKey, statusKey]);
  const issuers = options.issuers?.(plain) ?? plain;
  const demoless = defaultPolicy('production', 7);
  const policy = options.policy?.(demoless) ?? demoless;
  const content = { name: TEST_STATUS_LIST, signedAt: TEST_NOW - 600, size: 131_072 };
  const exceptions = new Map();
  const statusList = writeStatusList({ ...content, exceptions, ...options.status }, statusKey.key);
  const currentAsOf = options.currentAsOf ?? TEST_NOW - 300;
  const bundle = assembleTrustBundle(
    {
      issuers: jsonBytes(issuers),
      policy: jsonBytes(policy),
      statusLists: new Map([[TEST_STATUS_LIST, statusList]]),
      currentAsOf: { issuers: currentAsOf, policy: currentAsOf, status: currentAsOf },
    },
    TEST_NOW,
  );
  if (!bundle.ok) throw new Error(`the test bundle is broken: ${JSON.stringify(bundle.failure)}`);
  return {
    now: TEST_NOW,
    bundle: bundle.value,
    ...{ certificateKey, presentationKey, statusKey, issuers, policy, statusList },
    issue: (change = (request) => request, key = certificateKey) =>
      issueCertificate(change(goodRequest()), key.key).text,
  };
}

/** A request for a certificate that every service of the default policy welcomes. */
export function goodRequest(): CertificateRequest {
  const issuedAt = TEST_NOW - TEST_DAY;
  return {
    issuer: '310114',
    holderCode: '91310114MA1GT4G200',
    issuedAt,
    expiresAt: issuedAt + YEAR,
    status: { index: TEST_STATUS_INDEX, list: TEST_STATUS_LIST },
    credit: {
      holderName: '上海云杉样例精密机械有限公司',
      grade: 'A+',
      evaluated: shanghaiDayOf(issuedAt) - 30,
      lists: ['national', 'district'],
    },
  };
}

/** A new key, in use for five years before and after the tests' present. */
export function issuerKey(suite: Suite, uses: IssuerSigningKey['uses']): IssuerSigningKey {
  const period = { notBefore: TEST_NOW - 5 * YEAR, notAfter: TEST_NOW + 5 * YEAR };
  return { key: generateSigningKey(suite), uses, state: 'active', ...period };
}

/** An issuers document of the one office of the test world. */
export function issuersDocument(keys: readonly IssuerSigningKey[]): IssuersDocument {
  const name = { 'zh-CN': '测试信用办公室', en: 'Test credit office' };
  return { version: 3, issuers: [{ id: '310114', name, keys: keys.map(describeIssuerKey) }] };
}

/** The bytes of a document as the repository would deliver it. */
export function jsonBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document));
}
