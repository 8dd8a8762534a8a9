import { toHex } from '../bytes.ts';
import type { CertificateClaims } from '../certificate/claims.ts';
import type { IssuerKey } from '../trust/issuer-keys.ts';
import type { Policy } from '../trust/policy.ts';
import type { CertificateSummary } from './verdict.ts';

/** What a screen may show of a certificate whose signature holds. */
export function summarizeCertificate(
  claims: CertificateClaims,
  key: IssuerKey,
  policy: Policy,
): CertificateSummary {
  const { credit } = claims;
  const grade = policy.scale.find(({ code }) => code === credit.grade);
  return {
    number: toHex(claims.number).toUpperCase(),
    issuer: claims.issuer,
    issuerName: key.issuerName,
    holderCode: claims.holderCode,
    holderName: credit.holderName,
    grade: credit.grade,
    ...(grade === undefined ? {} : { gradeName: grade.name, gradeMeaning: grade.meaning }),
    evaluated: credit.evaluated,
    lists: [...credit.lists],
    issuedAt: claims.issuedAt,
    notBefore: claims.notBefore,
    expiresAt: claims.expiresAt,
    ...(credit.presentation === undefined ? {} : { presentation: credit.presentation }),
    kid: key.kid,
    suite: key.publicKey.suite,
  };
}
