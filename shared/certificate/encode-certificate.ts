import { encodeBase45 } from './base45.ts';
import type { CertificateClaims } from './claims.ts';
import { encodeSign1 } from './cose-sign1.ts';
import { encodeClaims } from './encode-claims.ts';
import { writeCertificateText } from './scanned-text.ts';

/** Who signs: the header of the message and the signature itself. */
export interface CertificateSigner {
  /** COSE algorithm number of the key's suite. */
  readonly algorithm: number;
  /** Key identifier, 8 bytes. */
  readonly kid: Uint8Array;
  readonly sign: (signedBytes: Uint8Array) => Uint8Array;
}

/** Writes a certificate as the text of its QR code, the mirror of `decodeCertificate` and `decodeClaims`. */
export function encodeCertificate(claims: CertificateClaims, signer: CertificateSigner): string {
  return writeCertificateText(encodeBase45(encodeSign1(signer, encodeClaims(claims), signer.sign)));
}
