import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';
import { failure, type Result, success } from '../../shared/result.ts';

/**
 * A secret encrypted under a passphrase, as it stands in a file: scrypt (RFC 7914) for the key,
 * AES-256-GCM for the secret. The cost is in the file, so that it can be raised later.
 */
const SCRYPT_AES_GCM = 'scrypt-aes-256-gcm';

// OWASP's recommendation for scrypt (2023), and 128 MiB of memory for each guess.
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
// A file cannot ask for more than 1 GiB: a damaged one has to end in a message, not in swapping.
const HIGHEST_COST = { N: 2 ** 20, r: 8, p: 4 } as const;

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BLOCK_FACTOR_BYTES = 128;

const Base64 = v.pipe(
  v.string(),
  v.check((text) => fromBase64(text) !== undefined),
);
const Cost = (highest: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(highest));

export const SealedSecret = v.strictObject({
  kind: v.literal(SCRYPT_AES_GCM),
  N: Cost(HIGHEST_COST.N),
  r: Cost(HIGHEST_COST.r),
  p: Cost(HIGHEST_COST.p),
  salt: Base64,
  nonce: Base64,
  /** Encrypted secret and, behind it, the tag. */
  box: Base64,
});
export type SealedSecret = v.InferOutput<typeof SealedSecret>;

/**
 * Encrypts a secret.
 * @param context what the file says about the secret; nobody can change it without the passphrase
 */
export function sealSecret(secret: Uint8Array, passphrase: string, context: string): SealedSecret {
  const salt = saltFor(passphrase);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(passphrase, salt, COST), nonce);
  cipher.setAAD(Buffer.from(context));
  const box = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return {
    kind: SCRYPT_AES_GCM,
    ...COST,
    salt: toBase64(salt),
    nonce: toBase64(nonce),
    box: toBase64(box),
  };
}

/** Decrypts a secret. A wrong passphrase and a changed file cannot be told apart. */
export function openSecret(
  sealed: SealedSecret,
  passphrase: string,
  context: string,
): Result<Uint8Array, 'wrong-passphrase'> {
  const [salt, nonce, box] = [sealed.salt, sealed.nonce, sealed.box].map(decodeField);
  if (!(salt && nonce && box) || nonce.length !== NONCE_BYTES || box.length < TAG_BYTES)
    return failure('wrong-passphrase');
  const key = deriveKey(passphrase, salt, sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(-TAG_BYTES));
  const start = decipher.update(box.subarray(0, -TAG_BYTES));
  try {
    const secret = new Uint8Array(Buffer.concat([start, decipher.final()]));
    // A key that is made next, in a rotation, joins those under this passphrase.
    if (sealed.N === COST.N && sealed.r === COST.r && sealed.p === COST.p)
      salts.set(passphrase, salt);
    return success(secret);
  } catch {
    // The only way the runtime says that the tag does not fit; its message would help nobody.
    return failure('wrong-passphrase');
  }
}

// The dozen keys of an office that are sealed together under one passphrase share a salt: a guess at
// one is a guess at all of them anyhow, and a publish that needs six of them derives one key.
const salts = new Map<string, Uint8Array>();
const derived = new Map<string, Buffer>();

function saltFor(passphrase: string): Uint8Array {
  const salt = salts.get(passphrase) ?? randomBytes(SALT_BYTES);
  salts.set(passphrase, salt);
  return salt;
}

function deriveKey(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: Pick<SealedSecret, 'N' | 'r' | 'p'>,
): Buffer {
  const name = JSON.stringify([passphrase, toBase64(salt), N, r, p]);
  const known = derived.get(name);
  if (known !== undefined) return known;
  // The same characters typed on another keyboard or system are the same passphrase.
  const words = Buffer.from(passphrase.normalize('NFC'));
  const key = scryptSync(words, salt, KEY_BYTES, {
    ...{ N, r, p },
    maxmem: 2 * BLOCK_FACTOR_BYTES * N * r + BLOCK_FACTOR_BYTES * r * p,
  });
  derived.set(name, key);
  return key;
}

function decodeField(text: string): Uint8Array | undefined {
  return fromBase64(text);
}
