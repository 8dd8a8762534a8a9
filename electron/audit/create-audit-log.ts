import type { AuditProblem } from '../../shared/ipc/audit-verbs.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import type { Clock, Log } from '../ports.ts';
import { diskProblem } from './audit-disk.ts';
import type { AuditLog, WrittenEntry } from './audit-log.ts';
import type { AuditEvent } from './entry.ts';
import { MAX_ENTRIES_PER_WRITE, MAX_WAITING_ENTRIES, RETRY_MS } from './limits.ts';
import { findLogEnd, type LogEnd } from './log-end.ts';
import { type LogPlace, LogWriter, type WaitingEntry } from './log-writer.ts';

/**
 * How entries reach the disk. Recording puts an entry into a queue and returns, so no scan ever
 * waits for a disk. Behind it the queue is handed to the operating system at once, which is what
 * survives a killed process, and forced onto the disk right after, which is what survives a power
 * cut; entries that arrive meanwhile are not held up by the forcing, and one forcing serves all of
 * them. What a kill can cost is the line being written, and the next start says so.
 */
export interface AuditLogParts {
  readonly place: LogPlace;
  readonly clock: Clock;
  readonly log: Log;
  readonly onWritten: (written: WrittenEntry) => void;
}

/** Opens the log, or begins one. `end` is where it ended before; `undefined` when it cannot be opened. */
export async function openAuditLog(
  parts: AuditLogParts,
): Promise<{ readonly auditLog: AuditLog; readonly end: LogEnd | undefined }> {
  const queue = new AuditQueue(parts);
  const end = await queue.open();
  const auditLog: AuditLog = {
    record: (event) => queue.record(event),
    settle: () => queue.settle(),
    problem: () => queue.problem(),
    waiting: () => queue.waiting(),
    close: () => queue.close(),
  };
  return { auditLog, end };
}

interface Lost {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

class AuditQueue {
  readonly #parts: AuditLogParts;
  readonly #waiting: WaitingEntry[] = [];
  #writer: LogWriter | undefined;
  /** Number the first waiting entry got in a write that failed: it may have reached the disk. */
  #attempted: number | undefined;
  #lost: Lost | undefined;
  #problem: AuditProblem | undefined;
  #draining: Promise<void> | undefined;
  #forcing: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(parts: AuditLogParts) {
    this.#parts = parts;
  }

  async open(): Promise<LogEnd | undefined> {
    let end: LogEnd | undefined;
    await this.#guard(async () => {
      end = await this.#openWriter();
    });
    return end;
  }

  record(entry: AuditEvent): void {
    const at = this.#parts.clock.now();
    if (this.#waiting.length < MAX_WAITING_ENTRIES) this.#waiting.push({ at, entry });
    else this.#lost = { count: 1 + (this.#lost?.count ?? 0), from: this.#lost?.from ?? at, to: at };
    this.#start();
  }

  problem(): AuditProblem | undefined {
    return this.#problem;
  }

  waiting(): number {
    return this.#waiting.length;
  }

  async settle(): Promise<void> {
    // A failed attempt ends both as well; only new entries begin another.
    while (this.#draining !== undefined || this.#forcing !== undefined) {
      await this.#draining;
      await this.#forcing;
    }
  }

  async close(): Promise<void> {
    this.record({ kind: 'program-stopped' });
    await this.settle();
    clearTimeout(this.#retry);
  }

  #start(): void {
    this.#draining ??= this.#guard(() => this.#drain()).finally(() => {
      this.#draining = undefined;
      // Recorded while the last of the queue was on its way.
      if (this.#waiting.length > 0 && this.#problem === undefined) this.#start();
    });
  }

  async #drain(): Promise<void> {
    do {
      if (this.#writer === undefined) await this.#openWriter();
      await this.#writeWaiting();
    } while (await this.#endProblem());
  }

  async #writeWaiting(): Promise<void> {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const writer = this.#writer;
      // A forcing that failed meanwhile has given the writer up.
      if (writer === undefined) return;
      await writer.prepare(first.at);
      this.#attempted = writer.nextSequence;
      this.#accept(await writer.write(this.#nextBatch(first)));
      this.#force(writer);
    }
  }

  /** What is written at once: entries of one day, because a file holds no more. */
  #nextBatch(first: WaitingEntry): readonly WaitingEntry[] {
    const day = shanghaiDayOf(first.at);
    const batch = this.#waiting.slice(0, MAX_ENTRIES_PER_WRITE);
    const end = batch.findIndex(({ at }) => shanghaiDayOf(at) !== day);
    return end === -1 ? batch : batch.slice(0, end);
  }

  /** Opens the log at its end, and finds out how much of a write that failed is there after all. */
  async #openWriter(): Promise<LogEnd> {
    const { place, clock } = this.#parts;
    if (this.#attempted !== undefined) {
      const first = this.#attempted;
      const arrived = Math.max(0, findLogEnd(place.folder).sequence - first + 1);
      const entries = this.#waiting.slice(0, arrived);
      this.#accept(entries.map((entry, index) => ({ ...entry, sequence: first + index })));
    }
    const { writer, end } = await LogWriter.open(place, clock.now());
    this.#writer = writer;
    return end;
  }

  #accept(written: readonly WrittenEntry[]): void {
    this.#attempted = undefined;
    this.#waiting.splice(0, written.length);
    for (const entry of written) this.#parts.onWritten(entry);
  }

  /** Whether a problem is over; then the log also says what it could not take in the meantime. */
  async #endProblem(): Promise<boolean> {
    const problem = this.#problem;
    if (problem === undefined || this.#writer === undefined) return false;
    await this.#writer.force();
    this.#problem = undefined;
    this.#parts.log.info('audit-written-again');
    if (this.#lost !== undefined) {
      const entry = { kind: 'entries-lost', ...this.#lost, problem } as const;
      this.#waiting.push({ at: this.#parts.clock.now(), entry });
      this.#lost = undefined;
    }
    return true;
  }

  /** Forces what was written, once for everything that arrives while it lasts. */
  #force(writer: LogWriter): void {
    this.#forcing ??= this.#guard(() => writer.force()).finally(() => {
      this.#forcing = undefined;
      if (this.#writer?.isUnforced === true) this.#force(this.#writer);
    });
  }

  /** A disk that fails is a state, not an exception: it is told, and tried again later. */
  async #guard(steps: () => Promise<void>): Promise<void> {
    try {
      await steps();
    } catch (error) {
      const problem = diskProblem(error);
      if (problem === undefined) throw error;
      this.#writer = undefined;
      if (problem !== this.#problem) this.#parts.log.warn('audit-not-written', { problem });
      this.#problem = problem;
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.#start(), RETRY_MS).unref();
    }
  }
}
