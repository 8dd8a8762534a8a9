import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';
import type { Passphrase } from './passphrase.ts';
import { openSecret, SealedSecret, sealSecret } from './sealed-secret.ts';

/** How a key file is protected: by a passphrase, or not at all, which is for demos and tests. */
export type Protection = { readonly passphrase: string } | 'none';

/** The secret of a key file: encrypted, or in the clear. */
export const StoredSecret = v.union([
  v.object({ protection: SealedSecret }),
  v.object({ protection: v.literal('none'), secret: v.string() }),
]);
export type StoredSecret = v.InferOutput<typeof StoredSecret>;

/**
 * Makes the fields of a key file that hold its secret.
 * @param description what the file says of the key; bound to the secret, so that nobody can change
 * it (make a retired key active) without the passphrase
 */
export function storeSecret(
  secret: Uint8Array,
  protection: Protection,
  description: object,
): StoredSecret {
  if (protection === 'none') return { protection, secret: toBase64(secret) };
  return { protection: sealSecret(secret, protection.passphrase, contextOf(description)) };
}

/** A stored secret with its file and the name that whoever knows the passphrase calls the key by. */
export interface LockedSecret {
  readonly file: string;
  readonly keyName: string;
  readonly stored: StoredSecret;
  readonly description: object;
}

/** Opens a stored secret. Throws when the passphrase is wrong, or the file damaged or changed. */
export function unlockSecret(locked: LockedSecret, passphrase: Passphrase): Uint8Array {
  const { file, keyName, stored, description } = locked;
  if (stored.protection === 'none') {
    const secret = fromBase64(stored.secret);
    if (secret === undefined) throw new Error(`the secret in ${file} is damaged`);
    return secret;
  }
  const tried: string[] = [];
  for (;;) {
    const words = passphrase(keyName, tried);
    // Whoever answers the same again knows no other.
    if (tried.includes(words))
      throw new Error(`wrong passphrase for ${file}, or the file was changed`);
    const opened = openSecret(stored.protection, words, contextOf(description));
    if (opened.ok) return opened.value;
    tried.push(words);
  }
}

// Readable by its owner only: whoever reads it has half of what it takes to be the office.
const OWNER_ONLY = 0o600;

/** Writes a key file that is not there yet, and waits until it is on the disk. Throws when there is one. */
export function writeKeyFile(file: string, content: object): void {
  const handle = openSync(file, 'wx', OWNER_ONLY);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    // What names this key must not outlive it in a power cut.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function contextOf(description: object): string {
  return JSON.stringify(Object.entries(description).sort(([a], [b]) => (a < b ? -1 : 1)));
}
