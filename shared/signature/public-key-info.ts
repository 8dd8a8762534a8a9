import { joinBytes, sameBytes } from '../bytes.ts';
import type { Suite } from './suites.ts';

/**
 * SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of the three suites. Each has exactly one DER form, so
 * a fixed prefix is the strictest and simplest parser: no compressed points, no odd parameters.
 */

// SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING } — RFC 8410 §4.
const ED25519_PREFIX = Uint8Array.of(
  0x30,
  0x2a,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x03,
  0x21,
  0x00,
);

// SEQUENCE { SEQUENCE { OID 1.2.840.10045.2.1, OID of the curve }, BIT STRING 04 X Y } — RFC 5480 §2.
const EC_PREFIX = Uint8Array.of(
  0x30,
  0x59,
  0x30,
  0x13,
  0x06,
  0x07,
  0x2a,
  0x86,
  0x48,
  0xce,
  0x3d,
  0x02,
  0x01,
);
const BIT_STRING_OF_POINT = Uint8Array.of(0x03, 0x42, 0x00, 0x04);
// OID 1.2.840.10045.3.1.7 (P-256).
const P256_OID = Uint8Array.of(0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07);
// OID 1.2.156.10197.1.301 (SM2, GM/T 0006).
const SM2_OID = Uint8Array.of(0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d);

const PREFIXES: readonly {
  readonly suite: Suite;
  readonly prefix: Uint8Array;
  readonly keyBytes: number;
}[] = [
  { suite: 'Ed25519', prefix: ED25519_PREFIX, keyBytes: 32 },
  { suite: 'ES256', prefix: joinBytes(EC_PREFIX, P256_OID, BIT_STRING_OF_POINT), keyBytes: 64 },
  { suite: 'SM2', prefix: joinBytes(EC_PREFIX, SM2_OID, BIT_STRING_OF_POINT), keyBytes: 64 },
];

/** The suite and the raw key (Ed25519: 32 bytes; elliptic curves: X and Y, 64 bytes) of a DER key, or `undefined`. */
export function readPublicKeyInfo(
  der: Uint8Array,
): { readonly suite: Suite; readonly rawKey: Uint8Array } | undefined {
  for (const { suite, prefix, keyBytes } of PREFIXES) {
    const matches =
      der.length === prefix.length + keyBytes && sameBytes(der.subarray(0, prefix.length), prefix);
    if (matches) return { suite, rawKey: der.subarray(prefix.length) };
  }
  return undefined;
}

/** DER of a raw SM2 public key (X and Y, 64 bytes); the runtimes write the other two themselves. */
export function writeSm2PublicKeyInfo(rawKey: Uint8Array): Uint8Array {
  return joinBytes(EC_PREFIX, SM2_OID, BIT_STRING_OF_POINT, rawKey);
}
