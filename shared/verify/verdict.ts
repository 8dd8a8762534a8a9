import * as v from 'valibot';
import { GREEN_CHANNEL_REASONS, LocalizedText } from '../trust/policy-terms.ts';

/**
 * The one answer to one scan. The schema is the single description of its shape:
 * the types below are derived from it, and the IPC contract parses with it.
 */

/** Every verdict code, grouped by the outcome it belongs to. A code belongs to exactly one outcome. */
export const VERDICT_CODES = {
  accepted: ['green-channel', 'standard-service'],
  refused: [
    'expired',
    'not-yet-valid',
    'revoked',
    'suspended',
    'superseded',
    'bad-signature',
    'issuer-mismatch',
    'key-not-valid-at-issue',
    'key-withdrawn',
    'key-use',
    'malformed',
    'presentation-expired',
  ],
  undecided: [
    'unknown-key',
    'unknown-grade',
    'trust-missing',
    'trust-too-old',
    'status-unavailable',
    'clock-implausible',
    'unsupported-version',
  ],
  'not-a-certificate': ['not-a-certificate'],
} as const;

/** What a text that is no certificate looks like, so that a visitor can be told which code to open instead. */
export const FOREIGN_KINDS = [
  'url',
  'identity-code',
  'health-certificate',
  'payment',
  'text',
  'empty',
] as const;

/**
 * The checks in the order they are made. The first that fails ends the scan,
 * so everything before it has passed and everything after it was skipped.
 */
export const CHECK_STEPS = [
  'text',
  'structure',
  'trust',
  'key',
  'signature',
  'key-state',
  'claims',
  'issuer',
  'key-use',
  'key-period',
  'clock',
  'validity',
  'presentation',
  'freshness',
  'status',
  'grade',
  'green-channel',
] as const;

/** Things worth a quiet word that do not change the outcome. */
export const NOTES = ['code-check-character', 'data-ageing', 'presented-before', 'demo'] as const;

const Count = v.pipe(v.number(), v.safeInteger());
const NonNegative = v.pipe(Count, v.minValue(0));

const CheckSchema = v.strictObject({
  step: v.picklist(CHECK_STEPS),
  result: v.picklist(['passed', 'failed', 'skipped']),
  /** A technical word for the clerk's "why?" pane, for example `claim 4`; never text from the certificate. */
  detail: v.exactOptional(v.string()),
});

const ServiceDecisionSchema = v.strictObject({
  id: v.string(),
  name: LocalizedText,
  open: v.boolean(),
  /** Why the green channel of this service is closed; absent when it is open. */
  reason: v.exactOptional(v.picklist(GREEN_CHANNEL_REASONS)),
  perks: v.array(LocalizedText),
  window: v.exactOptional(v.string()),
});

const CertificateSummarySchema = v.strictObject({
  /** Certificate number (cti), upper-case hexadecimal without grouping. */
  number: v.string(),
  /** GB/T 2260 division code of the issuing office (claim iss). */
  issuer: v.string(),
  issuerName: LocalizedText,
  /** Unified social credit code of the company (claim sub). */
  holderCode: v.string(),
  holderName: v.string(),
  grade: v.string(),
  /** Absent when the policy does not list the grade. */
  gradeName: v.exactOptional(LocalizedText),
  gradeMeaning: v.exactOptional(LocalizedText),
  /** Evaluation date, days since 1970-01-01 in Asia/Shanghai. */
  evaluated: Count,
  lists: v.array(v.string()),
  issuedAt: Count,
  notBefore: Count,
  expiresAt: Count,
  /** Seconds a short-lived on-screen code stays valid after `issuedAt`. */
  presentation: v.exactOptional(Count),
  /** Hexadecimal key identifier and signature suite, for the "why?" pane. */
  kid: v.string(),
  suite: v.string(),
});

const PerKind = v.strictObject({
  issuers: v.nullable(Count),
  policy: v.nullable(Count),
  status: v.nullable(Count),
});

const TrustSummarySchema = v.strictObject({
  /** `null` while the terminal holds no trust bundle at all. */
  domain: v.nullable(v.picklist(['production', 'demo'])),
  /** Version of issuers.json and policy.json; for status the newest list's signing time. */
  versions: PerKind,
  /** Seconds since each kind of data was last known to be current. */
  ageSeconds: PerKind,
});

const common = {
  notes: v.array(v.picklist(NOTES)),
  checks: v.array(CheckSchema),
  trust: TrustSummarySchema,
  at: NonNegative,
};

export const VerdictSchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('accepted'),
    code: v.picklist(VERDICT_CODES.accepted),
    certificate: CertificateSummarySchema,
    services: v.array(ServiceDecisionSchema),
    ...common,
  }),
  v.strictObject({
    outcome: v.literal('refused'),
    code: v.picklist(VERDICT_CODES.refused),
    certificate: v.exactOptional(CertificateSummarySchema),
    ...common,
  }),
  v.strictObject({
    outcome: v.literal('undecided'),
    code: v.picklist(VERDICT_CODES.undecided),
    certificate: v.exactOptional(CertificateSummarySchema),
    ...common,
  }),
  v.strictObject({
    outcome: v.literal('not-a-certificate'),
    code: v.literal('not-a-certificate'),
    kind: v.picklist(FOREIGN_KINDS),
    ...common,
  }),
]);

export type Verdict = v.InferOutput<typeof VerdictSchema>;
export type Outcome = Verdict['outcome'];
export type VerdictCode = Verdict['code'];
export type RefusedCode = (typeof VERDICT_CODES.refused)[number];
export type UndecidedCode = (typeof VERDICT_CODES.undecided)[number];
export type ForeignKind = (typeof FOREIGN_KINDS)[number];
export type CheckStep = (typeof CHECK_STEPS)[number];
export type Check = v.InferOutput<typeof CheckSchema>;
export type Note = (typeof NOTES)[number];
export type CertificateSummary = v.InferOutput<typeof CertificateSummarySchema>;
export type ServiceDecision = v.InferOutput<typeof ServiceDecisionSchema>;
export type TrustSummary = v.InferOutput<typeof TrustSummarySchema>;
