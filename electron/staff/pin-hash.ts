import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What the staff may choose: digits only, because the screen has a number pad. */
const PIN = /^\d{4,12}$/;

/** 32 MiB and about a tenth of a second on a terminal: a stolen file is slow to try out. */
const COST = { exponent: 15, blockSize: 8, parallel: 1 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** Bytes of memory; Node's own bound is below what our cost needs. */
const MAX_MEMORY = 256 * 1_048_576;

const HASH =
  /^scrypt\$(?<exponent>1[0-7])\$(?<blockSize>[1-9]|1[0-6])\$(?<parallel>[1-4])\$(?<salt>[\w+/]{16,64}={0,2})\$(?<key>[\w+/]{43}=)$/;

/** Why a PIN cannot be taken. */
export type PinProblem = 'not-digits' | 'too-easy';

/** Whether a PIN can be set: 4 to 12 digits, and not what anybody tries first. */
export function judgePin(pin: string): PinProblem | undefined {
  if (!PIN.test(pin)) return 'not-digits';
  const steps = [...pin].map(
    (digit, index, all) => Number(digit) - Number(all[index - 1] ?? digit),
  );
  const isEven = steps.slice(2).every((step) => step === steps[1]);
  // All the same, or counted up or down.
  return isEven && Math.abs(steps[1] ?? 0) <= 1 ? 'too-easy' : undefined;
}

/** The text that stands in the configuration for a PIN: cost, salt and key of scrypt (RFC 7914). */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(pin, salt, COST);
  const { exponent, blockSize, parallel } = COST;
  const parts = [exponent, blockSize, parallel, salt.toString('base64'), key.toString('base64')];
  return `scrypt$${parts.join('$')}`;
}

/** Whether a text is a hash this program can check. */
export function isPinHash(hash: string): boolean {
  return HASH.test(hash);
}

/** Whether a PIN is the one a hash was made from. A hash of another form fits none. */
export async function fitsPin(pin: string, hash: string): Promise<boolean> {
  const groups = HASH.exec(hash)?.groups;
  if (groups === undefined) return false;
  const key = Buffer.from(groups.key ?? '', 'base64');
  const derived = await derive(pin, Buffer.from(groups.salt ?? '', 'base64'), {
    exponent: Number(groups.exponent),
    blockSize: Number(groups.blockSize),
    parallel: Number(groups.parallel),
  });
  return timingSafeEqual(derived, key);
}

interface Cost {
  readonly exponent: number;
  readonly blockSize: number;
  readonly parallel: number;
}

function derive(pin: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const options = {
    N: 2 ** cost.exponent,
    r: cost.blockSize,
    p: cost.parallel,
    maxmem: MAX_MEMORY,
  };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
