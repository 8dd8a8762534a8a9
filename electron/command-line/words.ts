import type { GreenChannelReason } from '../../shared/trust/policy-terms.ts';
import type { ForeignKind, Note, VerdictCode } from '../../shared/verify/verdict.ts';

/** What each verdict means, for people at a terminal. The kiosk has its own words for visitors. */
export const VERDICT_WORDS: Readonly<Record<VerdictCode, string>> = {
  'green-channel': 'valid; the green channel is open',
  'standard-service': 'valid; standard service',
  expired: 'the certificate has expired',
  'not-yet-valid': 'the certificate is not valid yet',
  revoked: 'the office has revoked the certificate',
  suspended: 'the office has suspended the certificate',
  superseded: 'a newer certificate of this company exists',
  'bad-signature': 'the signature is not that of the office',
  'issuer-mismatch': 'the certificate names another office than the key belongs to',
  'key-not-valid-at-issue': 'the key was not in force when the certificate was issued',
  'key-withdrawn': 'the key was withdrawn; nothing it signed counts',
  'key-use': 'the key may not sign this kind of certificate',
  malformed: 'the text is damaged or was not made by a credit office',
  'presentation-expired': 'the on-screen code was shown too long ago',
  'unknown-key': 'no trusted office is known for the key',
  'unknown-grade': 'the policy does not know the grade',
  'trust-missing': 'there is no trust bundle to judge with',
  'trust-too-old': 'the trust bundle is too old to judge with',
  'status-unavailable': 'the status list of the certificate is not at hand',
  'clock-implausible': 'the clock contradicts the signed trust data',
  'unsupported-version': 'the certificate has a newer format than this program knows',
  'not-a-certificate': 'this is no credit certificate',
};

/** What a foreign code seems to be. */
export const KIND_WORDS: Readonly<Record<ForeignKind, string>> = {
  url: 'a web address',
  'identity-code': "a company's identity code or licence",
  'health-certificate': 'a health certificate',
  payment: 'a payment code',
  text: 'some other text',
  empty: 'nothing at all',
};

/** Why the green channel of one service is closed. */
export const REASON_WORDS: Readonly<Record<GreenChannelReason, string>> = {
  grade: 'not for this grade',
  list: 'not on a required list',
  'evaluation-too-old': 'the evaluation is too old',
  'not-in-force': 'the service is not in force now',
  'data-too-old': 'the trust bundle is too old for the green channel',
};

/** Quiet words beside a verdict. */
export const NOTE_WORDS: Readonly<Record<Note, string>> = {
  'code-check-character': 'the company code fails its check character',
  'data-ageing': 'the trust bundle should be renewed',
  'presented-before': 'the certificate was presented here a short while ago',
  demo: 'demonstration data, worth nothing',
};
