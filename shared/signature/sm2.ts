import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { joinBytes, toHex } from '../bytes.ts';
import { sm3 } from './sm3.ts';
import { SIGNATURE_BYTES } from './suites.ts';

/**
 * SM2 signatures with SM3. Source: GB/T 32918.2-2016 (signature), GB/T 32918.5-2017 (curve).
 * The group is the curve library's; the signature equation is ours, because neither Electron's
 * crypto library nor the curve library knows it.
 */

// GB/T 32918.5 §2.
const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const ORDER = CURVE.n;
const Point = weierstrass(CURVE);
type Point = InstanceType<typeof Point>;

const HALF_BYTES = SIGNATURE_BYTES / 2;

// Window of the precomputed tables: 8 bits cost about 100 kB a key and make a check four times faster.
const TABLE_WINDOW = 8;
// Made in the first check, which it holds up for about 100 ms: a program that loads keys and checks
// nothing with them, as a synchronisation does, should not pay for it.
Point.BASE.precompute(TABLE_WINDOW);

/** Keys made ready before: each synchronisation loads the same few again. */
const ready = new Map<string, Sm2PublicKey>();
const MAX_READY = 100;

// GM/T 0009 §10: the user id every Chinese product uses unless it says otherwise.
const DEFAULT_USER_ID = new TextEncoder().encode('1234567812345678');

/** A public key made ready for many checks. */
export interface Sm2PublicKey {
  readonly point: Point;
  /** Z of GB/T 32918.2 §5.5: the hash of user id, curve and key that every message begins with. */
  readonly identityHash: Uint8Array;
}

/**
 * Prepares a raw public key (X and Y, 64 bytes), or `undefined` when it is no point of the curve. Its
 * table is made in its first check.
 */
export function prepareSm2PublicKey(rawKey: Uint8Array): Sm2PublicKey | undefined {
  if (rawKey.length !== 2 * HALF_BYTES) return undefined;
  const name = toHex(rawKey);
  const known = ready.get(name);
  if (known !== undefined) return known;
  const point = pointFrom(rawKey);
  if (point === undefined) return undefined;
  point.precompute(TABLE_WINDOW);
  const key = { point, identityHash: identityHash(rawKey) };
  if (ready.size >= MAX_READY) ready.clear();
  ready.set(name, key);
  return key;
}

function pointFrom(rawKey: Uint8Array): Point | undefined {
  try {
    const point = Point.fromBytes(joinBytes(Uint8Array.of(4), rawKey));
    point.assertValidity();
    return point;
  } catch {
    // The library's only way to say that the coordinates do not satisfy the curve equation.
    return undefined;
  }
}

/** Whether r‖s (64 bytes) is a signature of the message. Source: GB/T 32918.2 §7. */
export function verifySm2(key: Sm2PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const r = toInteger(signature.subarray(0, HALF_BYTES));
  const s = toInteger(signature.subarray(HALF_BYTES));
  if (r < 1n || r >= ORDER || s < 1n || s >= ORDER) return false;
  const t = (r + s) % ORDER;
  if (t === 0n) return false;
  const sum = Point.BASE.multiplyUnsafe(s).add(key.point.multiplyUnsafe(t));
  if (sum.is0()) return false;
  return (messageHash(key.identityHash, message) + sum.toAffine().x) % ORDER === r;
}

/**
 * Signs a message as r‖s (64 bytes). Source: GB/T 32918.2 §6.
 * @param secret the private key d, 1 <= d <= n - 2
 * @param randomBytes a cryptographic source; the secret nonce of every signature comes from it
 */
export function signSm2(
  secret: bigint,
  message: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): Uint8Array {
  const hash = messageHash(identityHash(sm2PublicKeyOf(secret)), message);
  for (;;) {
    const nonce = toInteger(randomBytes(HALF_BYTES));
    if (nonce < 1n || nonce >= ORDER) continue;
    const r = (hash + Point.BASE.multiply(nonce).toAffine().x) % ORDER;
    if (r === 0n || r + nonce === ORDER) continue;
    const s = (inverse(1n + secret) * (nonce + (ORDER - r) * secret)) % ORDER;
    if (s !== 0n) return joinBytes(toBytes(r), toBytes(s));
  }
}

/** A new private key from a cryptographic source of random bytes. Source: GB/T 32918.1 §6.1. */
export function generateSm2Secret(randomBytes: (length: number) => Uint8Array): bigint {
  for (;;) {
    const secret = toInteger(randomBytes(HALF_BYTES));
    if (secret >= 1n && secret < ORDER - 1n) return secret;
  }
}

/** The raw public key (X and Y, 64 bytes) of a private key. */
export function sm2PublicKeyOf(secret: bigint): Uint8Array {
  return Point.BASE.multiply(secret).toBytes(false).subarray(1);
}

/** The 32-byte form of a private key. */
export function encodeSm2Secret(secret: bigint): Uint8Array {
  return toBytes(secret);
}

/** Reads the 32-byte form of a private key, or `undefined` when it is out of range. */
export function decodeSm2Secret(bytes: Uint8Array): bigint | undefined {
  const secret = toInteger(bytes);
  return bytes.length === HALF_BYTES && secret >= 1n && secret < ORDER - 1n ? secret : undefined;
}

function identityHash(rawKey: Uint8Array): Uint8Array {
  const bits = DEFAULT_USER_ID.length * 8;
  const curve = [CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map(toBytes);
  return sm3(joinBytes(Uint8Array.of(bits >> 8, bits & 0xff), DEFAULT_USER_ID, ...curve, rawKey));
}

function messageHash(identity: Uint8Array, message: Uint8Array): bigint {
  return toInteger(sm3(joinBytes(identity, message)));
}

function toInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes) || '0'}`);
}

function toBytes(value: bigint): Uint8Array {
  const hex = value.toString(16).padStart(HALF_BYTES * 2, '0');
  return Uint8Array.from({ length: HALF_BYTES }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

function inverse(value: bigint): bigint {
  return Point.Fn.inv(value % ORDER);
}
