import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Passphrase } from '../keys/passphrase.ts';
import { SealedSecret } from '../keys/sealed-secret.ts';
import { type Protection, storeSecret, unlockSecret, writeKeyFile } from '../keys/stored-secret.ts';
import {
  type KeyRing,
  keyIdOf,
  keyRingOf,
  type LocalSigner,
  type RoleSigner,
  restoreSigner,
} from './role-signer.ts';
import { type KeyPlace, ROLE_PLANS, ROLES, type Role } from './roles.ts';

const DESCRIPTION = {
  format: v.literal(2),
  role: v.picklist(ROLES),
  keyId: v.string(),
  /** 32 bytes, hexadecimal: who may sign is known without a passphrase. */
  public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
};
const Description = v.object(DESCRIPTION);
const RoleKeyFile = v.union([
  v.strictObject({ ...DESCRIPTION, protection: SealedSecret }),
  v.strictObject({ ...DESCRIPTION, protection: v.literal('none'), secret: v.string() }),
]);
type RoleKeyFile = v.InferOutput<typeof RoleKeyFile>;

const KEY_PLACES: readonly KeyPlace[] = ['root-keys', 'office-keys', 'online-keys'];
const OWNER_ONLY_FOLDER = 0o700;

/** A new private key and the role it signs for. */
export interface NewRoleKey {
  readonly role: Role;
  readonly signer: LocalSigner;
}

/** Writes a private key to the folder its role belongs in. Throws when the file exists. */
export function saveRoleKey(
  office: string,
  { role, signer }: NewRoleKey,
  protection: Protection,
): void {
  mkdirSync(join(office, ROLE_PLANS[role].place), { recursive: true, mode: OWNER_ONLY_FOLDER });
  const { keyId, publicKey, secret } = signer;
  const description = { format: 2, role, keyId, public: publicKey.keyval.public };
  const stored = storeSecret(secret, protection, description);
  writeKeyFile(roleKeyFile(office, role, keyId), { ...description, ...stored });
}

/** Removes a key that is no longer in force. */
export function removeRoleKey(office: string, role: Role, keyId: string): void {
  rmSync(roleKeyFile(office, role, keyId), { force: true });
}

/**
 * Reads every role key that is here; a secret is decrypted at its first signature. A folder may be
 * missing: root keys live elsewhere, and the machine that renews has the online ones only.
 * Throws when a file is damaged.
 */
export function loadKeyRing(office: string, passphrase: Passphrase): KeyRing {
  const files = KEY_PLACES.map((place) => join(office, place)).filter((folder) =>
    existsSync(folder),
  );
  return keyRingOf(
    files.flatMap((folder) =>
      readdirSync(folder)
        .filter(isKeyFile)
        .map((name) => loadRoleKey(join(folder, name), passphrase)),
    ),
  );
}

function isKeyFile(name: string): boolean {
  return name.endsWith('.json');
}

function loadRoleKey(file: string, passphrase: Passphrase): RoleSigner {
  const parsed = v.safeParse(RoleKeyFile, JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`no role key in ${file}`);
  const content = parsed.output;
  const keyval = { public: content.public };
  const publicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval } as const;
  const keyId = keyIdOf(publicKey);
  if (keyId !== content.keyId) throw new Error(`the key in ${file} is another one`);
  let unlocked: LocalSigner | undefined;
  const sign = (bytes: Uint8Array): Uint8Array => {
    unlocked ??= unlock(file, content, passphrase);
    return unlocked.sign(bytes);
  };
  return { keyId, publicKey, sign };
}

function unlock(file: string, content: RoleKeyFile, passphrase: Passphrase): LocalSigner {
  const { role, keyId } = content;
  const keyName = `${role} (${keyId.slice(0, 8)})`;
  const description = v.parse(Description, content);
  const secret = unlockSecret({ file, keyName, stored: content, description }, passphrase);
  const signer = restoreSigner(secret);
  if (signer.keyId !== keyId) throw new Error(`the secret in ${file} is that of another key`);
  return signer;
}

// A part of the key id keeps the names of one role's keys apart.
function roleKeyFile(office: string, role: Role, keyId: string): string {
  return join(office, ROLE_PLANS[role].place, `${role}-${keyId.slice(0, 16)}.json`);
}
