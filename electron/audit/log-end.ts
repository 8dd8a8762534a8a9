import type { EpochSeconds } from '../../shared/time.ts';
import { hashOf, NO_PREVIOUS, type ReadLine } from './line.ts';
import { auditFileNumbers, LINE_BREAK, linesOf, readAuditFile, readHead } from './log-files.ts';

/** Bytes that are no line, without the line break behind them. */
export interface Rest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where the log ends: what the next line follows, and what is wrong with what stands there. */
export interface LogEnd {
  /** The newest file; 0 when there is none. */
  readonly file: number;
  readonly fileBytes: number;
  /** When the newest file was begun; `undefined` when its first line is not there. */
  readonly fileStartedAt: EpochSeconds | undefined;
  /** The last line that can be believed. */
  readonly sequence: number;
  readonly hash: string;
  readonly at: EpochSeconds | undefined;
  /** Kind of the last entry. */
  readonly kind: string | undefined;
  /** Bytes behind that line that are no line: one that was being written when power or process died. */
  readonly torn: Rest | undefined;
  /** The file does not end with a line break. */
  readonly needsLineBreak: boolean;
  /** Highest number the head names although no such line is there any more. */
  readonly missingUpTo: number | undefined;
  /** There are lines, but no head that says how many there should be. */
  readonly isHeadMissing: boolean;
}

/** Finds the end of the log in a folder. Throws what the file system throws. */
export function findLogEnd(folder: string): LogEnd {
  const numbers = auditFileNumbers(folder);
  const file = numbers.at(-1) ?? 0;
  const newest = file === 0 ? undefined : readFile(folder, file);
  const last = newest?.last ?? lastLineBefore(folder, numbers.slice(0, -1));
  const head = readHead(folder);
  const sequence = last?.sequence ?? 0;
  return {
    file,
    fileBytes: newest?.bytes ?? 0,
    fileStartedAt: newest?.startedAt,
    sequence,
    hash: last?.hash ?? NO_PREVIOUS,
    at: last?.at,
    kind: last?.entry.kind,
    torn: newest?.torn,
    needsLineBreak: newest?.isBroken ?? false,
    missingUpTo: head !== undefined && head.sequence > sequence ? head.sequence : undefined,
    isHeadMissing: head === undefined && file > 0,
  };
}

/** Sums up what stands between two lines that can be believed; `undefined` when nothing does. */
export function describeRest(parts: readonly Uint8Array[]): Rest | undefined {
  const all = Buffer.concat(parts);
  if (all.length === 0) return undefined;
  const rest = all.at(-1) === LINE_BREAK ? all.subarray(0, -1) : all;
  return { bytes: rest.length, sha256: hashOf(rest) };
}

function lastLineBefore(folder: string, numbers: readonly number[]): ReadLine | undefined {
  for (const number of [...numbers].reverse()) {
    const { last } = readFile(folder, number);
    if (last !== undefined) return last;
  }
  return undefined;
}

function readFile(folder: string, number: number) {
  const content = readAuditFile(folder, number);
  let startedAt: EpochSeconds | undefined;
  let last: ReadLine | undefined;
  let rest: Uint8Array[] = [];
  for (const read of linesOf(content)) {
    if (!read.ok) {
      rest.push(read.bytes);
      continue;
    }
    rest = [];
    last = read.line;
    if (last.entry.kind === 'file-started') startedAt = last.at;
  }
  const isBroken = content.length > 0 && content.at(-1) !== LINE_BREAK;
  return { bytes: content.length, startedAt, last, torn: describeRest(rest), isBroken };
}
