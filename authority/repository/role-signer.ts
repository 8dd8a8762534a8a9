import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';

/** The public half of a role's key as metadata states it. Source: TUF specification 1.0, §4.2. */
export interface RolePublicKey {
  readonly keytype: 'ed25519';
  readonly scheme: 'ed25519';
  /** 32 bytes, lower-case hexadecimal. */
  readonly keyval: { readonly public: string };
}

/** Somebody who signs for a role: a key file today, a card or a second office tomorrow. */
export interface RoleSigner {
  readonly keyId: string;
  readonly publicKey: RolePublicKey;
  /** Ed25519 signature of the bytes, 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** A signer whose private key this process holds. */
export interface LocalSigner extends RoleSigner {
  /** PKCS #8 DER; goes into a key file and nowhere else. */
  readonly secret: Uint8Array;
}

/** Every signer at hand, by key id. */
export type KeyRing = ReadonlyMap<string, RoleSigner>;

const ED25519_BYTES = 32;

/** Makes a new key. Only Ed25519: the kiosk's runtime cannot check tuf-js's other signatures. */
export function generateSigner(): LocalSigner {
  return localSigner(generateKeyPairSync('ed25519').privateKey);
}

/** Brings a signer back from its secret. Throws when the bytes are no Ed25519 key. */
export function restoreSigner(secret: Uint8Array): LocalSigner {
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('a role key has to be Ed25519');
  return localSigner(key);
}

/** SHA-256 over the canonical form of a public key, hexadecimal. Source: TUF specification 1.0, §4.2. */
export function keyIdOf(publicKey: RolePublicKey): string {
  return createHash('sha256').update(canonicalize(publicKey)).digest('hex');
}

/** A key ring of these signers. */
export function keyRingOf(signers: Iterable<RoleSigner>): KeyRing {
  return new Map(Array.from(signers, (signer) => [signer.keyId, signer]));
}

function localSigner(privateKey: KeyObject): LocalSigner {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  // The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key itself (RFC 8410 §4).
  const raw = der.subarray(der.length - ED25519_BYTES).toString('hex');
  const publicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw } } as const;
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    secret: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}
