import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { type Encoding, openLineDecoder } from './decode-lines.ts';
import { MAX_LINE_BYTES, READ_BYTES } from './limits.ts';

/** A line of a file, without its end; the text is missing when the line is too long or undecodable. */
export interface FileLine {
  /** From 1. */
  readonly line: number;
  readonly text: string | undefined;
  readonly fault?: 'line-too-long' | 'undecodable';
}

/** A file that is read piece by piece. */
export interface LineReader {
  /** The next lines; a piece never holds more than about a megabyte, however long a line is. */
  readonly pieces: Iterable<readonly FileLine[]>;
  /** SHA-256, hex, of the file; after the last piece. */
  readonly digest: () => string;
}

const NEWLINE = 0x0a;

/** Reads lines ended by LF or CRLF. Throws when the file cannot be read or is UTF-16. */
export function readLines(file: string, encoding: Encoding): LineReader {
  const hash = createHash('sha256');
  return {
    pieces: readPieces(file, encoding, (bytes) => hash.update(bytes)),
    digest: () => hash.digest('hex'),
  };
}

function* readPieces(
  file: string,
  encoding: Encoding,
  onBytes: (bytes: Uint8Array) => void,
): Iterable<readonly FileLine[]> {
  const assemble = openAssembler(encoding);
  const descriptor = openSync(file, 'r');
  try {
    const buffer = new Uint8Array(READ_BYTES);
    for (let isFirst = true; ; isFirst = false) {
      const length = readSync(descriptor, buffer);
      const bytes = buffer.subarray(0, length);
      if (isFirst) refuseUtf16(file, bytes);
      onBytes(bytes);
      yield assemble(bytes, length === 0);
      if (length === 0) return;
    }
  } finally {
    closeSync(descriptor);
  }
}

function refuseUtf16(file: string, [first, second]: Uint8Array): void {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) throw new Error(`${file} is UTF-16: save it as UTF-8 or GB18030`);
}

/** Decodes and numbers the lines of the pieces of a file. */
function openAssembler(encoding: Encoding): (bytes: Uint8Array, isEnd: boolean) => FileLine[] {
  const cut = openCutter();
  const decode = openLineDecoder(encoding);
  let line = 1;
  return (bytes, isEnd) => {
    const { isAfterLongLine, whole } = cut(bytes, isEnd);
    const lines: FileLine[] = [];
    if (isAfterLongLine) lines.push({ line: line++, text: undefined, fault: 'line-too-long' });
    if (whole !== undefined) for (const text of decode(whole)) lines.push(toFileLine(line++, text));
    return lines;
  };
}

interface Cut {
  /** Whether a line that was too long to keep has just ended. */
  readonly isAfterLongLine: boolean;
  /** Whole lines without their last newline. */
  readonly whole: Uint8Array | undefined;
}

/** Cuts pieces of a file after their last newline and keeps the rest back, unless it is too long. */
function openCutter(): (bytes: Uint8Array, isEnd: boolean) => Cut {
  let rest = new Uint8Array();
  let isSkipping = false;
  return (bytes, isEnd) => {
    const first = bytes.indexOf(NEWLINE);
    const isAfterLongLine = isSkipping && (isEnd || first >= 0);
    if (isSkipping && !isAfterLongLine) return { isAfterLongLine, whole: undefined };
    const kept = joined(rest, bytes.subarray(isSkipping ? first + 1 : 0));
    const end = isEnd ? kept.length : kept.lastIndexOf(NEWLINE);
    rest = kept.slice(end + 1);
    isSkipping = rest.length > MAX_LINE_BYTES;
    if (isSkipping) rest = new Uint8Array();
    const isEmpty = end < 0 || (isEnd && kept.length === 0);
    return { isAfterLongLine, whole: isEmpty ? undefined : kept.subarray(0, end) };
  };
}

function toFileLine(line: number, text: string | undefined): FileLine {
  if (text === undefined) return { line, text, fault: 'undecodable' };
  // No character takes more than four bytes, and none less than one.
  if (text.length > MAX_LINE_BYTES) return { line, text: undefined, fault: 'line-too-long' };
  return { line, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(left.length + right.length);
  bytes.set(left);
  bytes.set(right, left.length);
  return bytes;
}
