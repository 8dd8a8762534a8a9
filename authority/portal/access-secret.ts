import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { AccessSecret } from '../store/access-book.ts';
import { plainAccessCode } from './access-code.ts';

const derive: (
  secret: string,
  salt: Uint8Array,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer> = promisify(scrypt);

const Cost = v.strictObject({
  // A damaged row cannot ask for more than 512 MiB.
  N: v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(2 ** 19)),
  r: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(8)),
  p: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(16)),
});

// 32 MiB a guess (RFC 7914). The codes are random, so this is the second wall, not the first.
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** What is kept of an access code. */
export async function makeAccessSecret(code: string): Promise<AccessSecret> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashCode(code, salt, COST);
  return { salt, hash, parameters: JSON.stringify(COST) };
}

/** Whether a code is the one a secret was made of. Takes as long for a wrong one as for the right one. */
export async function matchesAccessSecret(code: string, secret: AccessSecret): Promise<boolean> {
  const cost = v.parse(Cost, JSON.parse(secret.parameters));
  const hash = await hashCode(code, secret.salt, cost);
  return hash.length === secret.hash.length && timingSafeEqual(hash, secret.hash);
}

/** A secret of no code at all, to compare with where a company has none: the time tells nobody. */
export function decoySecret(): AccessSecret {
  const [salt, hash] = [randomBytes(SALT_BYTES), randomBytes(HASH_BYTES)];
  return { salt, hash, parameters: JSON.stringify(COST) };
}

function hashCode(
  code: string,
  salt: Uint8Array,
  { N, r, p }: v.InferOutput<typeof Cost>,
): Promise<Buffer> {
  const maxmem = 128 * N * r * 2 + 128 * r * p;
  return derive(plainAccessCode(code), salt, HASH_BYTES, { N, r, p, maxmem });
}
