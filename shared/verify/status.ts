import type { CertificateClaims } from '../certificate/claims.ts';
import { type CertificateStatus, statusAt } from '../trust/status-list.ts';
import type { TrustBundle } from '../trust/trust-bundle.ts';

/**
 * What the office last said about the certificate. `unavailable` is never "valid": the list is
 * missing, is another office's, or ends before the certificate's index.
 */
export function judgeStatus(
  claims: Pick<CertificateClaims, 'issuer' | 'status'>,
  bundle: TrustBundle,
): CertificateStatus | 'unavailable' {
  const list = bundle.statusLists.get(claims.status.list);
  if (list === undefined || list.issuer !== claims.issuer) return 'unavailable';
  return statusAt(list, claims.status.index) ?? 'unavailable';
}
