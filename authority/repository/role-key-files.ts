import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';
import { type KeyRing, keyRingOf, type LocalSigner, restoreSigner } from './role-signer.ts';
import { type KeyPlace, ROLE_PLANS, type Role } from './roles.ts';

const RoleKeyFile = v.strictObject({
  format: v.literal(1),
  role: v.string(),
  keyId: v.string(),
  secret: v.string(),
});

const KEY_PLACES: readonly KeyPlace[] = ['root-keys', 'office-keys', 'online-keys'];
// Readable by its owner only: whoever reads it speaks for the office.
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** Writes a private key to the folder its role belongs in. Throws when the file exists. */
export function saveRoleKey(office: string, role: Role, signer: LocalSigner): void {
  const file = roleKeyFile(office, role, signer.keyId);
  mkdirSync(join(office, ROLE_PLANS[role].place), { recursive: true, mode: OWNER_ONLY_FOLDER });
  const { keyId } = signer;
  const content = { format: 1, role, keyId, secret: toBase64(signer.secret) };
  const handle = openSync(file, 'wx', OWNER_ONLY_FILE);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    // Metadata that names this key must not outlive it in a power cut.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a key that is no longer in force. */
export function removeRoleKey(office: string, role: Role, keyId: string): void {
  rmSync(roleKeyFile(office, role, keyId), { force: true });
}

/**
 * Reads every role key that is here. A folder may be missing: root keys live elsewhere, and the
 * machine that renews has the online ones only. Throws when a file is damaged.
 */
export function loadKeyRing(office: string): KeyRing {
  const files = KEY_PLACES.map((place) => join(office, place)).filter((folder) =>
    existsSync(folder),
  );
  return keyRingOf(
    files.flatMap((folder) =>
      readdirSync(folder)
        .filter(isKeyFile)
        .map((name) => loadRoleKey(join(folder, name))),
    ),
  );
}

function isKeyFile(name: string): boolean {
  return name.endsWith('.json');
}

function loadRoleKey(file: string): LocalSigner {
  const content = v.safeParse(RoleKeyFile, JSON.parse(readFileSync(file, 'utf8')));
  const secret = content.success ? fromBase64(content.output.secret) : undefined;
  if (!content.success || secret === undefined) throw new Error(`no role key in ${file}`);
  const signer = restoreSigner(secret);
  if (signer.keyId !== content.output.keyId) throw new Error(`the key in ${file} is another one`);
  return signer;
}

// A part of the key id keeps the names of one role's keys apart.
function roleKeyFile(office: string, role: Role, keyId: string): string {
  return join(office, ROLE_PLANS[role].place, `${role}-${keyId.slice(0, 16)}.json`);
}
