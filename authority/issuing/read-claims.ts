import type { CertificateClaims } from '../../shared/certificate/claims.ts';
import { decodeCertificate } from '../../shared/certificate/decode-certificate.ts';
import { decodeClaims } from '../../shared/certificate/decode-claims.ts';
import { classifyScannedText } from '../../shared/certificate/scanned-text.ts';

/** What a certificate of our own says; nobody's signature is judged. Throws when the text is none. */
export function readClaims(text: string): CertificateClaims {
  const scanned = classifyScannedText(text);
  const message = scanned.kind === 'certificate' ? decodeCertificate(scanned.base45) : undefined;
  const claims = message?.ok ? decodeClaims(message.value.payload) : undefined;
  if (!claims?.ok) throw new Error('this text is no certificate');
  return claims.value;
}
