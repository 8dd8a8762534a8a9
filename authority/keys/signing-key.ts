import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { plainBytes } from '../../shared/bytes.ts';
import type { CertificateSigner } from '../../shared/certificate/encode-certificate.ts';
import { unreachable } from '../../shared/result.ts';
import { writeSm2PublicKeyInfo } from '../../shared/signature/public-key-info.ts';
import {
  decodeSm2Secret,
  encodeSm2Secret,
  generateSm2Secret,
  signSm2,
  sm2PublicKeyOf,
} from '../../shared/signature/sm2.ts';
import { SUITE_ALGORITHMS, type Suite } from '../../shared/signature/suites.ts';

/** A key of one of the three suites, ready to sign. */
export interface SigningKey extends CertificateSigner {
  readonly suite: Suite;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeyInfo: Uint8Array;
}

/** A signing key whose secret this process holds in the clear. */
export interface LocalKey extends SigningKey {
  /** PKCS #8 DER for Ed25519 and ES256; the 32-byte number for SM2. Goes into a key file and nowhere else. */
  readonly secret: Uint8Array;
}

const KID_BYTES = 8;

/** Key identifier of a public key: the first 8 bytes of SHA-256 over its DER. */
export function keyIdentifier(publicKeyInfo: Uint8Array): Uint8Array {
  return plainBytes(createHash('sha256').update(publicKeyInfo).digest().subarray(0, KID_BYTES));
}

/** Makes a new key from the system's cryptographic random source. */
export function generateSigningKey(suite: Suite): LocalKey {
  switch (suite) {
    case 'Ed25519':
      return nativeKey(suite, generateKeyPairSync('ed25519').privateKey);
    case 'ES256':
      return nativeKey(suite, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    case 'SM2':
      return sm2Key(generateSm2Secret(randomBytes));
    default:
      return unreachable(suite);
  }
}

/** Brings a key back from its secret, or `undefined` when the bytes are no key of that suite. */
export function restoreSigningKey(suite: Suite, secret: Uint8Array): LocalKey | undefined {
  if (suite === 'SM2') {
    const number = decodeSm2Secret(secret);
    return number === undefined ? undefined : sm2Key(number);
  }
  const privateKey = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  return nativeKey(suite, privateKey);
}

function nativeKey(suite: 'Ed25519' | 'ES256', privateKey: KeyObject): LocalKey {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const digest = suite === 'Ed25519' ? null : 'sha256';
  return {
    ...identity(suite, plainBytes(der)),
    secret: plainBytes(privateKey.export({ format: 'der', type: 'pkcs8' })),
    sign: (message) =>
      plainBytes(sign(digest, message, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  };
}

function sm2Key(secret: bigint): LocalKey {
  return {
    ...identity('SM2', writeSm2PublicKeyInfo(sm2PublicKeyOf(secret))),
    secret: encodeSm2Secret(secret),
    sign: (message) => signSm2(secret, message, randomBytes),
  };
}

function identity(suite: Suite, publicKeyInfo: Uint8Array) {
  const [algorithm] = SUITE_ALGORITHMS[suite];
  return { suite, algorithm, kid: keyIdentifier(publicKeyInfo), publicKeyInfo };
}
