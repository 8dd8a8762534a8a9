import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { WrittenEntry } from './audit-log.ts';

/**
 * One line of the log: `{"sequence":…,"at":…,"previous":"…","entry":{…},"hash":"…"}`.
 * `hash` is the SHA-256 of the line's own bytes before `,"hash"`; `previous` is the hash of the line
 * before, so a line cannot be changed, taken out or moved without the one after it telling.
 */

/** What the very first line of a log names as its predecessor. */
export const NO_PREVIOUS = '0'.repeat(64);

/** A line as it is read back. Its entry may be of a kind only a newer program knows. */
export interface ReadLine {
  readonly sequence: number;
  readonly at: EpochSeconds;
  readonly previous: string;
  readonly hash: string;
  readonly entry: { readonly kind: string };
}

/** Why a line cannot be believed: it has no such form, or its own hash does not fit it. */
export type LineFault = 'malformed' | 'changed';

const HASH = /^[0-9a-f]{64}$/;
const SEALED = /^(.*),"hash":"([0-9a-f]{64})"\}$/s;
const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Line = v.strictObject({
  sequence: Whole,
  at: Whole,
  previous: v.pipe(v.string(), v.regex(HASH)),
  entry: v.looseObject({ kind: v.string() }),
  hash: v.string(),
});

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes a line, without its line break. */
export function encodeLine(written: WrittenEntry, previous: string) {
  const { sequence, at, entry } = written;
  const whole = JSON.stringify({ sequence, at, previous, entry });
  const body = whole.slice(0, -1);
  const hash = hashOf(body);
  return { text: `${body},"hash":"${hash}"}`, hash };
}

/** Reads a line back. Never throws. */
export function decodeLine(text: string): Result<ReadLine, LineFault> {
  const [, body, hash] = SEALED.exec(text) ?? [];
  if (body === undefined || hash === undefined) return failure('malformed');
  if (hashOf(body) !== hash) return failure('changed');
  const line = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), text);
  return line.success ? success(line.output) : failure('malformed');
}
