import { unreachable } from '../result.ts';
import {
  loadNativePublicKey,
  type NativePublicKey,
  verifyEd25519,
  verifyEs256,
} from '../runtime/native-signature.ts';
import { readPublicKeyInfo } from './public-key-info.ts';
import { prepareSm2PublicKey, type Sm2PublicKey, verifySm2 } from './sm2.ts';
import { SIGNATURE_BYTES, SUITE_ALGORITHMS } from './suites.ts';

/** A public key ready for checks; made once when a bundle is loaded, used for every scan. */
export type PublicKey =
  | { readonly suite: 'Ed25519'; readonly key: NativePublicKey }
  | { readonly suite: 'ES256'; readonly key: NativePublicKey }
  | { readonly suite: 'SM2'; readonly key: Sm2PublicKey };

/** Makes a key of one of the three suites from its DER form (SubjectPublicKeyInfo), or `undefined`. */
export function preparePublicKey(der: Uint8Array): PublicKey | undefined {
  const info = readPublicKeyInfo(der);
  if (info === undefined) return undefined;
  if (info.suite === 'SM2') {
    const key = prepareSm2PublicKey(info.rawKey);
    return key && { suite: 'SM2', key };
  }
  const key = loadNativePublicKey(der);
  return key && { suite: info.suite, key };
}

/** What a signature check needs of a message. */
export interface SignatureClaim {
  /** COSE algorithm number named by the message. */
  readonly algorithm: number;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Whether the key made the signature. A message that names an algorithm of another suite fails,
 * because otherwise whoever writes the message would choose how it is checked.
 */
export function verifySignature(publicKey: PublicKey, claim: SignatureClaim): boolean {
  const { algorithm, signedBytes, signature } = claim;
  if (!SUITE_ALGORITHMS[publicKey.suite].includes(algorithm)) return false;
  if (signature.length !== SIGNATURE_BYTES) return false;
  switch (publicKey.suite) {
    case 'Ed25519':
      return verifyEd25519(publicKey.key, signedBytes, signature);
    case 'ES256':
      return verifyEs256(publicKey.key, signedBytes, signature);
    case 'SM2':
      return verifySm2(publicKey.key, signedBytes, signature);
    default:
      return unreachable(publicKey);
  }
}
