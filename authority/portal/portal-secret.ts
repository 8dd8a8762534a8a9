import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;

/**
 * The secret under which the portal marks browsers, made at its first start. It decrypts and signs
 * nothing: whoever has it can only skip the wait after failed attempts, and browsers are strangers
 * again when it is removed.
 */
export function portalSecret(office: string): Uint8Array {
  const file = join(office, 'keys', 'portal-cookies.key');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(SECRET_BYTES), { mode: 0o600, flag: 'wx' });
  const secret = readFileSync(file);
  if (secret.length !== SECRET_BYTES)
    throw new Error(`${file} is damaged; remove it and a new one is made`);
  return secret;
}
