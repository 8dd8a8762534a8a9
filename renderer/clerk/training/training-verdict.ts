import type { EpochSeconds } from '../../../shared/time.ts';
import type { LocalizedText } from '../../../shared/trust/policy-terms.ts';
import {
  type CertificateSummary,
  CHECK_STEPS,
  type Check,
  type CheckStep,
  VERDICT_CODES,
  type Verdict,
  type VerdictCode,
} from '../../../shared/verify/verdict.ts';
import { catalogues } from '../../text/start-texts.ts';

/** Every verdict there is, in the order clerks meet them. */
export const TRAINING_CODES: readonly VerdictCode[] = Object.values(VERDICT_CODES).flat();

/** The check that fails for each verdict, as the real pipeline has it; none for the green channel. */
const FAILS_AT: Readonly<Record<VerdictCode, CheckStep | undefined>> = {
  'green-channel': undefined,
  'standard-service': 'green-channel',
  expired: 'validity',
  'not-yet-valid': 'validity',
  revoked: 'status',
  suspended: 'status',
  superseded: 'status',
  'bad-signature': 'signature',
  'issuer-mismatch': 'issuer',
  'key-not-valid-at-issue': 'key-period',
  'key-withdrawn': 'key-state',
  'key-use': 'key-use',
  malformed: 'structure',
  'presentation-expired': 'presentation',
  'unknown-key': 'key',
  'unknown-grade': 'grade',
  'trust-missing': 'trust',
  'trust-too-old': 'freshness',
  'status-unavailable': 'status',
  'clock-implausible': 'clock',
  'unsupported-version': 'text',
  'not-a-certificate': 'text',
};

const DAY = 86_400;

/** A made-up verdict that looks as a real one of its code does, marked as a sample. */
export function trainingVerdict(code: VerdictCode, now: EpochSeconds): Verdict {
  const failsAt = FAILS_AT[code];
  const common = { notes: ['demo' as const], checks: checksUpTo(failsAt), trust: TRUST, at: now };
  const isKnown = CHECK_STEPS.indexOf(failsAt ?? 'green-channel') > CHECK_STEPS.indexOf('claims');
  const shown = isKnown ? { certificate: sampleCertificate(code, now) } : {};
  switch (code) {
    case 'green-channel':
    case 'standard-service':
      return { outcome: 'accepted', code, ...common, ...acceptedParts(code, now) };
    case 'not-a-certificate':
      return { outcome: code, code, kind: 'url', ...common };
    case 'unknown-key':
    case 'unknown-grade':
    case 'trust-missing':
    case 'trust-too-old':
    case 'status-unavailable':
    case 'clock-implausible':
    case 'unsupported-version':
      return { outcome: 'undecided', code, ...shown, ...common };
    default:
      return { outcome: 'refused', code, ...shown, ...common };
  }
}

function acceptedParts(code: 'green-channel' | 'standard-service', now: EpochSeconds) {
  const open = code === 'green-channel';
  const service = {
    ...{ id: 'sample', name: words('service'), open, perks: [], window: '3' },
    ...(open ? {} : { reason: 'grade' as const }),
  };
  return { certificate: sampleCertificate(code, now), services: [service] };
}

function sampleCertificate(code: VerdictCode, now: EpochSeconds): CertificateSummary {
  const isGood = code === 'green-channel';
  const starts = code === 'not-yet-valid' ? now + 7 * DAY : now - 30 * DAY;
  return {
    number: '5A4D504C45000001',
    issuer: '310114',
    issuerName: words('issuer'),
    // No register hands out this organisation number; both check characters are right.
    holderCode: '91310114DEM0999900',
    holderName: catalogues['zh-CN'].desk.training.holder,
    grade: isGood ? 'A' : 'B',
    gradeName: isGood ? { 'zh-CN': '优秀', en: 'Excellent' } : { 'zh-CN': '良好', en: 'Good' },
    evaluated: Math.floor(now / DAY) - 40,
    lists: [],
    issuedAt: Math.min(starts, now - DAY),
    notBefore: starts,
    expiresAt: code === 'expired' ? now - DAY : now + 335 * DAY,
    kid: '5a4d504c45000000',
    suite: 'SM2',
  };
}

function words(name: 'issuer' | 'service'): LocalizedText {
  return {
    'zh-CN': catalogues['zh-CN'].desk.training[name],
    en: catalogues.en.desk.training[name],
  };
}

function checksUpTo(failsAt: CheckStep | undefined): Check[] {
  const end = failsAt === undefined ? CHECK_STEPS.length : CHECK_STEPS.indexOf(failsAt);
  return CHECK_STEPS.map((step, index) => {
    if (index === end) return { step, result: 'failed' };
    return { step, result: index < end ? 'passed' : 'skipped' };
  });
}

const TRUST = {
  domain: 'demo' as const,
  versions: { issuers: 1, policy: 1, status: null },
  ageSeconds: { issuers: 0, policy: 0, status: 0 },
};
