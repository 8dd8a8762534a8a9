import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { MAX_READ_FILE_BYTES } from './limits.ts';
import { decodeLine, type LineFault, type ReadLine } from './line.ts';

/**
 * The files of the log: `audit-000001.jsonl` and so on, one a day or more, and `head.json`, which
 * names the last entry known to be on the disk. Without it nobody could tell that the end is gone.
 */

/** File that names the last entry that is safely on the disk. */
export const HEAD_FILE = 'head.json';

const FILE_NAME = /^audit-(\d{6,})\.jsonl$/;
/** What ends a line. */
export const LINE_BREAK = 0x0a;

const HeadSchema = v.strictObject({
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Head = v.InferOutput<typeof HeadSchema>;

/** Name of the file with a number. */
export function auditFileName(number: number): string {
  return `audit-${String(number).padStart(6, '0')}.jsonl`;
}

/** Numbers of the files in a folder, ascending; none when there is no such folder. */
export function auditFileNumbers(folder: string): readonly number[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const numbers = names
    .map((name) => FILE_NAME.exec(name)?.[1])
    .filter((text) => text !== undefined);
  return numbers.map(Number).sort((left, right) => left - right);
}

/** The head; `undefined` when there is none that can be read. */
export function readHead(folder: string): Head | undefined {
  try {
    const content = readFileSync(join(folder, HEAD_FILE), 'utf8');
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), HeadSchema), content);
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A physical line of a file: what it says, or the bytes of something that says nothing. */
export type FileLine =
  | {
      readonly ok: true;
      readonly number: number;
      readonly line: ReadLine;
      /** Whether its line break is there, too. */
      readonly isEnded: boolean;
    }
  | {
      readonly ok: false;
      readonly number: number;
      readonly fault: LineFault;
      /** With its line break, if it has one. */
      readonly bytes: Uint8Array;
    };

/** Reads a whole file of the log. Throws what the file system throws. */
export function readAuditFile(folder: string, number: number): Buffer {
  const path = join(folder, auditFileName(number));
  if (statSync(path).size > MAX_READ_FILE_BYTES) {
    throw Object.assign(new Error(`${path} is larger than any log file`), { code: 'EFBIG' });
  }
  return readFileSync(path);
}

/** The lines of a file in order, each checked by itself. */
export function* linesOf(content: Buffer): Generator<FileLine> {
  let start = 0;
  for (let number = 1; start < content.length; number += 1) {
    const end = content.indexOf(LINE_BREAK, start);
    const isEnded = end !== -1;
    const next = isEnded ? end + 1 : content.length;
    const decoded = decodeLine(content.toString('utf8', start, isEnded ? end : next));
    const bytes = content.subarray(start, next);
    if (decoded.ok) yield { ok: true, number, line: decoded.value, isEnded };
    else yield { ok: false, number, fault: decoded.failure, bytes };
    start = next;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
