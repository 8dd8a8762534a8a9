import { join } from 'node:path';
import type { EpochSeconds } from '../../shared/time.ts';
import type { AuditDisk } from './audit-disk.ts';
import type { WrittenEntry } from './audit-log.ts';
import type { AuditEntry } from './entry.ts';
import { encodeLine, NO_PREVIOUS } from './line.ts';
import { findLogEnd, type LogEnd } from './log-end.ts';
import { auditFileName, HEAD_FILE } from './log-files.ts';
import { findExpiredFiles, needsNewFile } from './rotation.ts';

/** An entry before it has a number. */
export interface WaitingEntry {
  readonly at: EpochSeconds;
  readonly entry: AuditEntry;
}

/** Where and how the log is kept. */
export interface LogPlace {
  readonly folder: string;
  /** Name of the terminal or desk, for the first line of each file. */
  readonly terminal: string;
  readonly retentionDays: number;
  readonly disk: AuditDisk;
}

/**
 * Adds lines to the end of the log. Every method throws what the disk throws, and after that the
 * writer must not be used again: what reached the disk is found out by opening a new one.
 */
export class LogWriter {
  readonly #place: LogPlace;
  #file: number;
  #fileBytes: number;
  #fileStartedAt: EpochSeconds | undefined;
  #sequence: number;
  #hash: string;
  /** A line break that closes what was torn, if anything was. */
  #before: string;
  #forced: number;
  #forcing: Promise<void> = Promise.resolve();

  private constructor(place: LogPlace, end: LogEnd) {
    this.#place = place;
    this.#file = end.file;
    this.#fileBytes = end.fileBytes;
    this.#fileStartedAt = end.fileStartedAt;
    // Numbers are never given twice, not even those of lines that are gone.
    this.#sequence = end.missingUpTo ?? end.sequence;
    this.#forced = this.#sequence;
    this.#hash = end.hash;
    this.#before = end.needsLineBreak ? '\n' : '';
  }

  /** Finds the end of the log and writes down what is wrong with it, if anything is. */
  static async open(
    place: LogPlace,
    at: EpochSeconds,
  ): Promise<{ writer: LogWriter; end: LogEnd }> {
    await place.disk.makeFolder(place.folder);
    const end = findLogEnd(place.folder);
    // Before the first line, so that its absence always means something.
    if (end.file === 0) await place.disk.replace(headPath(place), headOf(0, NO_PREVIOUS));
    const writer = new LogWriter(place, end);
    if (end.file > 0) await writer.#writeFindings(end, at);
    return { writer, end };
  }

  /** The number the next line gets. */
  get nextSequence(): number {
    return this.#sequence + 1;
  }

  /** Whether there are lines a power cut could still take away. */
  get isUnforced(): boolean {
    return this.#forced < this.#sequence;
  }

  /** Begins a new file if an entry of this time needs one, and deletes files that are too old. */
  async prepare(at: EpochSeconds): Promise<void> {
    const current = { bytes: this.#fileBytes, startedAt: this.#fileStartedAt };
    if (this.#file > 0 && !needsNewFile(current, at)) return;
    // The head must never be older than a file: the old one is complete on the disk first.
    if (this.#file > 0) await this.force();
    this.#file += 1;
    this.#fileBytes = 0;
    this.#fileStartedAt = at;
    await this.write([{ at, entry: this.#header() }]);
    await this.#expire(at);
  }

  /** Adds entries; they are with the operating system when this returns. */
  async write(entries: readonly WaitingEntry[]): Promise<readonly WrittenEntry[]> {
    let hash = this.#hash;
    let text = this.#before;
    const written = entries.map(({ at, entry }, index) => {
      const numbered = { sequence: this.nextSequence + index, at, entry };
      const line = encodeLine(numbered, hash);
      hash = line.hash;
      text += `${line.text}\n`;
      return numbered;
    });
    await this.#place.disk.append(this.#path(), text);
    this.#before = '';
    this.#hash = hash;
    this.#sequence += entries.length;
    this.#fileBytes += Buffer.byteLength(text);
    return written;
  }

  /** Forces all lines onto the disk and moves the head to the last of them. */
  force(): Promise<void> {
    // One after the other: each replaces the same file.
    this.#forcing = this.#forcing.then(() => this.#forceNow());
    return this.#forcing;
  }

  async #forceNow(): Promise<void> {
    const sequence = this.#sequence;
    const head = headOf(sequence, this.#hash);
    await this.#place.disk.force(this.#path());
    await this.#place.disk.replace(headPath(this.#place), head);
    this.#forced = sequence;
  }

  /** Names what goes before it goes, so that the chain explains its own beginning. */
  async #expire(at: EpochSeconds): Promise<void> {
    const { folder, retentionDays, disk } = this.#place;
    const expired = findExpiredFiles(folder, { now: at, retentionDays });
    if (expired === undefined) return;
    const { sequence, hash } = expired.last;
    const throughFile = expired.numbers.at(-1) ?? 0;
    await this.write([{ at, entry: { kind: 'files-expired', throughFile, sequence, hash } }]);
    await this.force();
    for (const number of expired.numbers) await disk.remove(join(folder, auditFileName(number)));
  }

  async #writeFindings(end: LogEnd, at: EpochSeconds): Promise<void> {
    const header = end.fileStartedAt === undefined ? [this.#header()] : [];
    if (header.length > 0) this.#fileStartedAt = at;
    const findings = [...describeTorn(end), ...header, ...describeMissing(end)];
    if (findings.length === 0) return;
    await this.write(findings.map((entry) => ({ at, entry })));
    await this.force();
  }

  #header(): AuditEntry {
    const { terminal } = this.#place;
    return { kind: 'file-started', format: 1, file: this.#file, terminal };
  }

  #path(): string {
    return join(this.#place.folder, auditFileName(this.#file));
  }
}

function headPath({ folder }: LogPlace): string {
  return join(folder, HEAD_FILE);
}

function headOf(sequence: number, hash: string): string {
  return JSON.stringify({ sequence, hash });
}

function describeTorn({ torn }: LogEnd): AuditEntry[] {
  return torn === undefined ? [] : [{ kind: 'torn-line', ...torn }];
}

function describeMissing({ isHeadMissing, missingUpTo, sequence }: LogEnd): AuditEntry[] {
  const findings: AuditEntry[] = [];
  if (isHeadMissing) findings.push({ kind: 'head-missing' });
  if (missingUpTo !== undefined) {
    findings.push({ kind: 'lines-missing', from: sequence + 1, to: missingUpTo });
  }
  return findings;
}
