import { loadNativePublicKey, verifyEd25519 } from '../../shared/runtime/native-signature.ts';
import type { Key, RoleKeys } from './tuf-metadata.ts';

/** The keys that may speak for a role, and how many of them it takes. */
export interface Signers {
  readonly keys: Readonly<Record<string, Key>>;
  readonly role: RoleKeys;
}

/** A document with its signatures, as `parseMetadata` gives it. */
export interface SignedDocument {
  readonly signedBytes: Uint8Array;
  readonly signatures: ReadonlyMap<string, string>;
}

// SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING } — RFC 8410 §4.
const ED25519_SPKI_PREFIX = '302a300506032b6570032100';
const PUBLIC_KEY = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;

/**
 * Whether enough keys of the role signed the document. The specification counts key ids; we count
 * public keys, because one thief must not pass for two by having their key listed twice.
 * Ed25519 only: Electron's crypto refuses the way TUF clients check elliptic-curve signatures.
 */
export function isSignedBy(document: SignedDocument, { keys, role }: Signers): boolean {
  const signedWith = new Set<string>();
  for (const keyId of role.keyids) {
    const publicKey = ed25519Key(keys, keyId);
    const signature = document.signatures.get(keyId);
    if (publicKey === undefined || signature === undefined) continue;
    if (holds(publicKey, document.signedBytes, signature)) signedWith.add(publicKey);
  }
  return signedWith.size >= role.threshold;
}

/** The public keys that speak for a role, sorted: by them we see later that one was taken away. */
export function publicKeysOf({ keys, role }: Signers): readonly string[] {
  const found = role.keyids.map((keyId) => ed25519Key(keys, keyId));
  return [...new Set(found.filter((key) => key !== undefined))].sort();
}

function ed25519Key(keys: Signers['keys'], keyId: string): string | undefined {
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (key?.keytype !== 'ed25519' || key.scheme !== 'ed25519') return undefined;
  return PUBLIC_KEY.test(key.keyval.public) ? key.keyval.public : undefined;
}

function holds(publicKey: string, message: Uint8Array, signature: string): boolean {
  if (!SIGNATURE.test(signature)) return false;
  const key = loadNativePublicKey(Buffer.from(ED25519_SPKI_PREFIX + publicKey, 'hex'));
  return key !== undefined && verifyEd25519(key, message, Buffer.from(signature, 'hex'));
}
