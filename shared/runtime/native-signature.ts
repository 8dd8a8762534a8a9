import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A key of the runtime, opaque to everything else. */
export type NativePublicKey = KeyObject;

/** Loads a DER key that has been found to be Ed25519 or P-256, or `undefined` when it is no point of its curve. */
export function loadNativePublicKey(der: Uint8Array): NativePublicKey | undefined {
  try {
    return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  } catch {
    // The form has been checked, so all that is left to complain about is the point itself.
    return undefined;
  }
}

/** Checks an Ed25519 signature of 64 bytes. Source: RFC 8032 §5.1.7. */
export function verifyEd25519(
  key: NativePublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(null, message, key, signature);
}

/**
 * Checks an ES256 signature given as r‖s, 64 bytes; either half of the s range is accepted.
 * The hash is named because Electron's crypto library refuses to guess it for elliptic-curve keys.
 * Source: RFC 9053 §2.1.
 */
export function verifyEs256(
  key: NativePublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
