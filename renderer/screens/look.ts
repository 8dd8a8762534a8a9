import { unreachable } from '../../shared/result.ts';
import type { VerdictCode } from '../../shared/verify/verdict.ts';
import type { Answer } from '../state/kiosk-state.ts';

/** The six families of look; each has its own shape and its own pair of colours. */
export type Look = 'open' | 'standard' | 'time' | 'refused' | 'undecided' | 'foreign';

/** The look of each verdict. "Time" is for certificates a newer or later one puts right. */
export const LOOK_OF_CODE: Readonly<Record<VerdictCode, Look>> = {
  'green-channel': 'open',
  'standard-service': 'standard',
  expired: 'time',
  'not-yet-valid': 'time',
  superseded: 'time',
  suspended: 'time',
  'presentation-expired': 'time',
  revoked: 'refused',
  'bad-signature': 'refused',
  'issuer-mismatch': 'refused',
  'key-not-valid-at-issue': 'refused',
  'key-withdrawn': 'refused',
  'key-use': 'refused',
  malformed: 'refused',
  'unknown-key': 'undecided',
  'unknown-grade': 'undecided',
  'trust-missing': 'undecided',
  'trust-too-old': 'undecided',
  'status-unavailable': 'undecided',
  'clock-implausible': 'undecided',
  'unsupported-version': 'undecided',
  'not-a-certificate': 'foreign',
};

/** The look of an answer. A check that failed is undecided: it says nothing about the certificate. */
export function lookOf(content: Answer['content']): Look {
  switch (content.kind) {
    case 'verdict':
      return LOOK_OF_CODE[content.verdict.code];
    case 'check-failed':
      return 'undecided';
    default:
      return unreachable(content);
  }
}
