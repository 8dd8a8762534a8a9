import { failure, type Result } from '../result.ts';
import { decodeBase45 } from './base45.ts';
import { CERTIFICATE_RULES, decodeSign1, type SignedMessage } from './cose-sign1.ts';

/** Takes the text of a certificate (without prefix) apart into a signed message. Never throws. */
export function decodeCertificate(base45: string): Result<SignedMessage, 'malformed'> {
  const bytes = decodeBase45(base45);
  return bytes.ok ? decodeSign1(bytes.value, CERTIFICATE_RULES) : failure('malformed');
}
