import * as v from 'valibot';
import { AuditEntrySchema } from './entry.ts';
import { NO_PREVIOUS, type ReadLine } from './line.ts';
import { describeRest } from './log-end.ts';
import { faultAt, type LogFault } from './log-fault.ts';
import {
  auditFileName,
  auditFileNumbers,
  type FileLine,
  type Head,
  linesOf,
  readAuditFile,
  readHead,
} from './log-files.ts';

/** What was proven. */
export interface LogReport {
  readonly files: number;
  readonly entries: number;
  readonly first: ReadLine | undefined;
  readonly last: ReadLine | undefined;
  /** Lines that were cut off by a crash; the log says so itself. */
  readonly torn: readonly { readonly file: string; readonly line: number }[];
  /** Bytes at the very end that are no whole line: being written, or cut off and not yet noticed. */
  readonly openBytes: number;
  readonly fault: LogFault | undefined;
}

/**
 * Proves the chain of a log from its first line to its head. Throws what the file system throws.
 * @param expectedHash the hash of any entry noted down earlier, which has to be in the log
 */
export function verifyLog(folder: string, expectedHash?: string): LogReport {
  return new LogProof(folder, expectedHash).run();
}

class LogProof {
  readonly #folder: string;
  readonly #expectedHash: string | undefined;
  readonly #head: Head | undefined;
  readonly #torn: { file: string; line: number }[] = [];
  readonly #expired: { throughFile: number; sequence: number; hash: string }[] = [];
  #files = 0;
  #entries = 0;
  #first: ReadLine | undefined;
  #last: ReadLine | undefined;
  #openBytes = 0;
  #isExpectedFound = false;
  #isHeadFound = false;

  constructor(folder: string, expectedHash: string | undefined) {
    this.#folder = folder;
    this.#expectedHash = expectedHash;
    // Before the lines: what is written meanwhile is behind it.
    this.#head = readHead(folder);
  }

  run(): LogReport {
    const fault = this.#readFiles() ?? this.#judgeWhole();
    return {
      files: this.#files,
      entries: this.#entries,
      first: this.#first,
      last: this.#last,
      torn: this.#torn,
      openBytes: this.#openBytes,
      fault,
    };
  }

  #readFiles(): LogFault | undefined {
    const numbers = auditFileNumbers(this.#folder);
    if (numbers.length === 0) return faultAt('no-log');
    for (const [index, number] of numbers.entries()) {
      const before = numbers[index - 1];
      if (before !== undefined && number !== before + 1) {
        return faultAt('file-missing', auditFileName(before + 1));
      }
      const fault = this.#readFile(number, number === numbers.at(-1));
      if (fault !== undefined) return fault;
      this.#files += 1;
    }
    return undefined;
  }

  #readFile(number: number, isNewest: boolean): LogFault | undefined {
    const file = auditFileName(number);
    let rest: Extract<FileLine, { ok: false }>[] = [];
    let hasHeader = false;
    for (const read of linesOf(readAuditFile(this.#folder, number))) {
      if (!read.ok) {
        rest.push(read);
        continue;
      }
      if (!read.isEnded) return this.#judgeUnended(read, { file, isNewest });
      const isHeader = read.line.entry.kind === 'file-started';
      const fault =
        this.#judgeRest(rest, read.line, file) ??
        (hasHeader || isHeader || rest.length > 0 ? undefined : faultAt('wrong-file', file, 1)) ??
        this.#judgeLine(read, file) ??
        (isHeader ? judgeHeader(read, { file, number, hasHeader }) : undefined);
      if (fault !== undefined) return fault;
      rest = [];
      hasHeader ||= isHeader;
    }
    const [open] = rest;
    if (open === undefined && hasHeader) return undefined;
    if (!isNewest) return faultAt(open?.fault ?? 'wrong-file', file, open?.number ?? 1);
    this.#openBytes = rest.reduce((sum, { bytes }) => sum + bytes.length, 0);
    return undefined;
  }

  /** A last line without its line break: just being written, unless it was safe there before. */
  #judgeUnended(
    { line, number }: Extract<FileLine, { ok: true }>,
    { file, isNewest }: { readonly file: string; readonly isNewest: boolean },
  ): LogFault | undefined {
    const wasSafe = this.#head !== undefined && line.sequence <= this.#head.sequence;
    if (!isNewest || wasSafe) return faultAt('end-missing', file, number);
    this.#openBytes = Buffer.byteLength(JSON.stringify(line));
    return undefined;
  }

  /** What is no line has to be explained by the line behind it. */
  #judgeRest(
    rest: readonly Extract<FileLine, { ok: false }>[],
    next: ReadLine,
    file: string,
  ): LogFault | undefined {
    const [broken] = rest;
    if (broken === undefined) return undefined;
    const found = describeRest(rest.map(({ bytes }) => bytes));
    const entry = v.safeParse(AuditEntrySchema, next.entry);
    const isExplained =
      entry.success &&
      entry.output.kind === 'torn-line' &&
      entry.output.sha256 === found?.sha256 &&
      entry.output.bytes === found.bytes;
    if (!isExplained) return faultAt(broken.fault, file, broken.number);
    this.#torn.push({ file, line: broken.number });
    return undefined;
  }

  #judgeLine(read: Extract<FileLine, { ok: true }>, file: string): LogFault | undefined {
    const { line, number } = read;
    const last = this.#last;
    if (last !== undefined && line.previous !== last.hash) {
      return faultAt('broken-chain', file, number);
    }
    if (last !== undefined && line.sequence !== last.sequence + 1) {
      return faultAt('lines-missing', file, number);
    }
    if (line.entry.kind === 'head-missing') return faultAt('head-missing', file, number);
    if (this.#head?.sequence === line.sequence) {
      if (this.#head.hash !== line.hash) return faultAt('changed', file, number);
      this.#isHeadFound = true;
    }
    this.#first ??= line;
    this.#last = line;
    this.#entries += 1;
    this.#isExpectedFound ||= line.hash === this.#expectedHash;
    const entry = v.safeParse(AuditEntrySchema, line.entry);
    if (entry.success && entry.output.kind === 'files-expired') this.#expired.push(entry.output);
    return undefined;
  }

  #judgeWhole(): LogFault | undefined {
    const last = this.#last;
    const file = auditFileName(auditFileNumbers(this.#folder).at(-1) ?? 0);
    if (this.#head === undefined) return faultAt('head-missing');
    const isNothingLost = this.#isHeadFound || this.#head.sequence === 0;
    if (!isNothingLost) return faultAt('end-missing', file);
    if (!this.#isBeginningKnown()) {
      return faultAt('beginning-missing', auditFileName(auditFileNumbers(this.#folder)[0] ?? 0), 1);
    }
    if (this.#expectedHash !== undefined && !this.#isExpectedFound)
      return faultAt('hash-not-found');
    return last === undefined ? faultAt('no-log') : undefined;
  }

  /** A log begins with its first entry, or behind files that it says have expired. */
  #isBeginningKnown(): boolean {
    const first = this.#first;
    if (first === undefined) return true;
    if (first.sequence === 1) return first.previous === NO_PREVIOUS;
    return this.#expired.some(
      ({ sequence, hash }) => sequence === first.sequence - 1 && hash === first.previous,
    );
  }
}

function judgeHeader(
  { line, number: lineNumber }: Extract<FileLine, { ok: true }>,
  { file, number, hasHeader }: { file: string; number: number; hasHeader: boolean },
): LogFault | undefined {
  const entry = v.safeParse(AuditEntrySchema, line.entry);
  const isOwn =
    entry.success && entry.output.kind === 'file-started' && entry.output.file === number;
  return isOwn && !hasHeader ? undefined : faultAt('wrong-file', file, lineNumber);
}
