import type { CertificateClaims } from '../certificate/claims.ts';
import { CLOCK_TOLERANCE_SECONDS, MAX_PRESENTATION_SECONDS } from '../limits.ts';
import type { EpochSeconds } from '../time.ts';
import type { IssuerKey } from '../trust/issuer-keys.ts';
import type { TrustBundle } from '../trust/trust-bundle.ts';
import type { CheckStep, RefusedCode } from './verdict.ts';

/**
 * Whether the clock can be right: not behind anything that is known to have happened already.
 * A clock that runs ahead cannot be told from time that has passed.
 */
export function isClockPlausible(
  now: EpochSeconds,
  bundle: TrustBundle,
  lastScanAt: EpochSeconds | undefined,
): boolean {
  const { issuers, policy, status } = bundle.currentAsOf;
  const known = [issuers, policy, status, bundle.latestSignedTime, lastScanAt];
  return known.every((moment) => moment === undefined || now >= moment - CLOCK_TOLERANCE_SECONDS);
}

/** Whether a key of this office, for this purpose and at that time may have signed the certificate. */
export function judgeIssue(
  claims: CertificateClaims,
  key: IssuerKey,
): { readonly step: CheckStep; readonly code: RefusedCode } | undefined {
  const { presentation } = claims.credit;
  if (claims.issuer !== key.issuer) return { step: 'issuer', code: 'issuer-mismatch' };
  const use = presentation === undefined ? 'certificate' : 'presentation';
  const tooLong = presentation !== undefined && presentation > MAX_PRESENTATION_SECONDS;
  if (!key.uses.has(use) || tooLong) return { step: 'key-use', code: 'key-use' };
  if (claims.issuedAt < key.notBefore || claims.issuedAt > key.notAfter) {
    return { step: 'key-period', code: 'key-not-valid-at-issue' };
  }
  return undefined;
}

/**
 * Whether the certificate is in force at a moment. No tolerance at its end, so that no terminal
 * accepts what another refuses; some at its start, because office and hall read different clocks.
 * Source: RFC 8392 §3.1.4 to §3.1.6.
 */
export function judgeValidity(
  claims: CertificateClaims,
  now: EpochSeconds,
): { readonly step: CheckStep; readonly code: RefusedCode } | undefined {
  if (now >= claims.expiresAt) return { step: 'validity', code: 'expired' };
  const startsAt = Math.max(claims.notBefore, claims.issuedAt);
  if (now < startsAt - CLOCK_TOLERANCE_SECONDS) return { step: 'validity', code: 'not-yet-valid' };
  const { presentation } = claims.credit;
  if (presentation !== undefined && now >= claims.issuedAt + presentation) {
    return { step: 'presentation', code: 'presentation-expired' };
  }
  return undefined;
}
