import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { defaultPolicy } from '../../authority/default-policy.ts';
import { type CertificateRequest, issueCertificate } from '../../authority/issue-certificate.ts';
import { writeStatusList } from '../../authority/write-status-list.ts';
import { toBase64, toHex } from '../../shared/bytes.ts';
import type { Policy } from '../../shared/trust/policy.ts';
import {
  goodRequest,
  issuerKey,
  issuersDocument,
  TEST_DAY,
  TEST_NOW,
  TEST_STATUS_LIST,
} from '../world/test-world.ts';
import type { VectorCase, VectorFile } from './vector-file.ts';

/** Makes `verdicts.json`, once: a released vector is never edited, so an existing file stays. */

const file = new URL('verdicts.json', import.meta.url);
if (existsSync(file))
  throw new Error('verdicts.json has been released; a new rule gets a new file');

const sm2 = issuerKey('SM2', ['certificate']);
const ed25519 = issuerKey('Ed25519', ['certificate']);
const es256 = issuerKey('ES256', ['certificate']);
const withdrawn = { ...issuerKey('Ed25519', ['certificate']), state: 'withdrawn' as const };
const retired = {
  ...issuerKey('Ed25519', ['certificate']),
  state: 'retired' as const,
  notAfter: TEST_NOW - 30 * TEST_DAY,
};
const presentation = issuerKey('Ed25519', ['presentation']);
const status = issuerKey('ES256', ['status']);
const stranger = issuerKey('Ed25519', ['certificate']);

type Change = (request: CertificateRequest) => CertificateRequest;
const issue = (key = ed25519, change: Change = (request) => request): string =>
  issueCertificate(change(goodRequest()), key.key).text;
const withCredit =
  (credit: Partial<CertificateRequest['credit']>): Change =>
  (request) => ({ ...request, credit: { ...request.credit, ...credit } });
const withStatus =
  (index: number, list = TEST_STATUS_LIST): Change =>
  (request) => ({ ...request, status: { index, list } });

const ALL_SERVICES = [
  'company-registration',
  'food-licence',
  'construction-permit',
  'industry-support',
];
const GREEN = { outcome: 'accepted', code: 'green-channel', notes: [], open: ALL_SERVICES };
const STANDARD = { outcome: 'accepted', code: 'standard-service', notes: [], open: [] };
const refused = (code: string) => ({ outcome: 'refused', code, notes: [] });
const undecided = (code: string) => ({ outcome: 'undecided', code, notes: [] });
const foreign = (kind: string) => ({
  ...{ outcome: 'not-a-certificate', code: 'not-a-certificate', kind },
  notes: [],
});

function at(
  time: number,
  name: string,
  text: string,
  expected: VectorCase['expected'],
): VectorCase {
  return { name, text, at: time, expected };
}
const now = at.bind(undefined, TEST_NOW);

const seen = Uint8Array.from(randomBytes(16));
const good = issue();

const cases: VectorCase[] = [
  now('SM2 with SM3', issue(sm2), GREEN),
  now('Ed25519', good, GREEN),
  now('ES256', issue(es256), GREEN),
  now('line end of a scanner', `${good}\r\n`, GREEN),
  now('A, on no list', issue(ed25519, withCredit({ grade: 'A', lists: [] })), {
    ...GREEN,
    open: ALL_SERVICES.slice(0, 3),
  }),
  now('grade B', issue(es256, withCredit({ grade: 'B' })), STANDARD),
  now('grade D', issue(sm2, withCredit({ grade: 'D', lists: [] })), STANDARD),
  {
    ...now('another hall', good, { ...GREEN, open: [...ALL_SERVICES, 'harbour-office'] }),
    hall: 'harbour',
  },
  now('evaluated too long ago', issue(ed25519, withCredit({ evaluated: 20_000, lists: [] })), {
    ...GREEN,
    open: ALL_SERVICES.slice(0, 2),
  }),
  now(
    'code that fails its check character',
    issue(ed25519, (request) => ({ ...request, holderCode: '91350211M0000XUF46' })),
    {
      ...GREEN,
      notes: ['code-check-character'],
    },
  ),
  {
    ...now(
      'shown here a moment ago',
      issue(ed25519, (request) => ({ ...request, number: seen })),
      {
        ...GREEN,
        notes: ['presented-before'],
      },
    ),
    recentlyPresented: [toHex(seen).toUpperCase()],
  },
  at(TEST_NOW + 2 * TEST_DAY, 'two days without a sync', good, {
    ...GREEN,
    notes: ['data-ageing'],
  }),
  at(TEST_NOW + 8 * TEST_DAY, 'eight days without a sync', good, {
    ...STANDARD,
    notes: ['data-ageing'],
  }),
  at(TEST_NOW + 31 * TEST_DAY, 'a month without a sync', good, {
    ...undecided('trust-too-old'),
    notes: ['data-ageing'],
  }),
  now(
    'expired',
    issue(ed25519, (request) => ({ ...request, expiresAt: TEST_NOW })),
    refused('expired'),
  ),
  now(
    'not yet valid',
    issue(sm2, (request) => ({ ...request, notBefore: TEST_NOW + TEST_DAY })),
    refused('not-yet-valid'),
  ),
  now('revoked', issue(ed25519, withStatus(101)), refused('revoked')),
  now('suspended', issue(es256, withStatus(102)), refused('suspended')),
  now('superseded', issue(sm2, withStatus(103)), refused('superseded')),
  now('neighbour of a revoked one', issue(ed25519, withStatus(100)), GREEN),
  now('signature of another certificate', swapSignature(good, issue()), refused('bad-signature')),
  now(
    'issuer of another district',
    issue(ed25519, (request) => ({ ...request, issuer: '310115' })),
    refused('issuer-mismatch'),
  ),
  now('issued after the key was retired', issue(retired), refused('key-not-valid-at-issue')),
  now(
    'issued before the key was retired',
    issue(retired, (request) => ({ ...request, issuedAt: TEST_NOW - 60 * TEST_DAY })),
    GREEN,
  ),
  now('withdrawn key', issue(withdrawn), refused('key-withdrawn')),
  now('online key under an ordinary certificate', issue(presentation), refused('key-use')),
  now(
    'short-lived code, too long',
    issue(presentation, withCredit({ presentation: 301 })),
    refused('key-use'),
  ),
  now('short-lived code in time', issue(presentation, liveCode(59)), GREEN),
  now(
    'short-lived code run out',
    issue(presentation, liveCode(60)),
    refused('presentation-expired'),
  ),
  now('cut in the middle', good.slice(0, 200), refused('malformed')),
  now('lower case inside', `PCC1:${good.slice(5).toLowerCase()}`, refused('malformed')),
  now('too long', `PCC1:${'0'.repeat(1_196)}`, refused('malformed')),
  now('unknown key', issue(stranger), undecided('unknown-key')),
  now('unknown grade', issue(sm2, withCredit({ grade: 'S' })), undecided('unknown-grade')),
  now(
    'index beyond the list',
    issue(ed25519, withStatus(131_072)),
    undecided('status-unavailable'),
  ),
  now(
    'list that was never published',
    issue(ed25519, withStatus(1, 'status/none')),
    undecided('status-unavailable'),
  ),
  at(TEST_NOW - 3_600, 'clock behind the last sync', good, undecided('clock-implausible')),
  {
    ...now('clock behind the last scan', good, undecided('clock-implausible')),
    lastScanAt: TEST_NOW + 301,
  },
  { ...now('no trust yet', good, undecided('trust-missing')), withoutTrust: true },
  now('newer format', good.replace('PCC1:', 'PCC2:'), undecided('unsupported-version')),
  now('web address', 'https://www.example.org/', foreign('url')),
  now('company identity code', '91310114MA1GT4G200', foreign('identity-code')),
  now('health certificate', 'HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH', foreign('health-certificate')),
  now('payment code', 'wxp://f2f0000000000', foreign('payment')),
  now('plain text', '欢迎光临', foreign('text')),
  now('nothing', '', foreign('empty')),
];

function liveCode(age: number): Change {
  return (request) => ({ ...withCredit({ presentation: 60 })(request), issuedAt: TEST_NOW - age });
}

// The last 90 characters hold nothing but signature, and both texts are equally long.
function swapSignature(text: string, donor: string): string {
  const signatureCharacters = 90;
  return text.slice(0, -signatureCharacters) + donor.slice(-signatureCharacters);
}

const base = defaultPolicy('production', 7);
const [registration] = base.services;
if (registration === undefined) throw new Error('the default policy has no services');
const policy: Policy = {
  ...base,
  services: [...base.services, { ...registration, id: 'harbour-office', halls: ['harbour'] }],
};

const list = writeStatusList(
  {
    name: TEST_STATUS_LIST,
    signedAt: TEST_NOW - 600,
    size: 131_072,
    exceptions: new Map([
      [101, 'revoked'],
      [102, 'suspended'],
      [103, 'superseded'],
    ]),
  },
  status.key,
);

// Without a hall every service counts; most cases are about a hall that lacks the harbour's own.
const content: VectorFile = {
  description: 'Every verdict code of PCC1, with all three signature suites',
  bundle: {
    issuers: issuersDocument([sm2, ed25519, es256, withdrawn, retired, presentation, status]),
    policy,
    statusLists: { [TEST_STATUS_LIST]: toBase64(list) },
    currentAsOf: { issuers: TEST_NOW - 300, policy: TEST_NOW - 300, status: TEST_NOW - 300 },
  },
  cases: cases.map((entry) => ({ hall: 'main', ...entry })),
};
writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
