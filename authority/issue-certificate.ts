import { randomBytes } from 'node:crypto';
import type { CreditClaim, StatusReference } from '../shared/certificate/claims.ts';
import { encodeCertificate } from '../shared/certificate/encode-certificate.ts';
import { RECOMMENDED_CERTIFICATE_TEXT_LENGTH } from '../shared/limits.ts';
import type { EpochSeconds } from '../shared/time.ts';
import type { SigningKey } from './keys/signing-key.ts';

/** What the office decides about a certificate. */
export interface CertificateRequest {
  /** Division code of the office. */
  readonly issuer: string;
  readonly holderCode: string;
  readonly issuedAt: EpochSeconds;
  readonly notBefore?: EpochSeconds;
  readonly expiresAt: EpochSeconds;
  readonly status: StatusReference;
  readonly credit: CreditClaim;
  /** Certificate number; a fresh random one unless a short-lived code repeats an existing certificate's. */
  readonly number?: Uint8Array;
}

export interface IssuedCertificate {
  /** What the QR code holds. */
  readonly text: string;
  readonly number: Uint8Array;
  /** Whether the text is longer than what scans well. */
  readonly longerThanRecommended: boolean;
}

const NUMBER_BYTES = 16;

/** Issues one certificate: signs the claims and gives the text of its QR code. */
export function issueCertificate(request: CertificateRequest, key: SigningKey): IssuedCertificate {
  const { number = randomBytes(NUMBER_BYTES), notBefore = request.issuedAt } = request;
  const text = encodeCertificate({ ...request, number, notBefore }, key);
  const longerThanRecommended = text.length > RECOMMENDED_CERTIFICATE_TEXT_LENGTH;
  return { text, number, longerThanRecommended };
}
