import { plainBytes } from '../bytes.ts';
import { encodeCbor } from './cbor.ts';
import { type CertificateClaims, CLAIM, CREDIT_KEY, STATUS_KEY } from './claims.ts';

/** Writes the claims of a certificate, the mirror of `decodeClaims`. */
export function encodeClaims(claims: CertificateClaims): Uint8Array {
  const { credit, status } = claims;
  const creditClaim = new Map<number, unknown>([
    [CREDIT_KEY.name, credit.holderName],
    [CREDIT_KEY.grade, credit.grade],
    [CREDIT_KEY.evaluated, credit.evaluated],
  ]);
  if (credit.lists.length > 0) creditClaim.set(CREDIT_KEY.lists, credit.lists);
  if (credit.presentation !== undefined)
    creditClaim.set(CREDIT_KEY.presentation, credit.presentation);
  const payload = new Map<number, unknown>([
    [CLAIM.issuer, claims.issuer],
    [CLAIM.subject, claims.holderCode],
    [CLAIM.expires, claims.expiresAt],
    [CLAIM.issuedAt, claims.issuedAt],
    [CLAIM.number, plainBytes(claims.number)],
    [CLAIM.status, statusClaim(status)],
    [CLAIM.credit, creditClaim],
  ]);
  // Left out when it says nothing new: every character counts in a QR code.
  if (claims.notBefore !== claims.issuedAt) payload.set(CLAIM.notBefore, claims.notBefore);
  return encodeCbor(payload);
}

function statusClaim(status: CertificateClaims['status']): Map<string, unknown> {
  const reference = new Map<string, unknown>([
    [STATUS_KEY.index, status.index],
    [STATUS_KEY.uri, status.list],
  ]);
  return new Map([[STATUS_KEY.list, reference]]);
}
