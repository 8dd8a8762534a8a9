import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import type { HistoryEntry } from '../../shared/ipc/audit-verbs.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { WrittenEntry } from './audit-log.ts';
import { addToHistory } from './day-history.ts';
import { AuditEntrySchema } from './entry.ts';
import { auditFileNumbers, linesOf, readAuditFile } from './log-files.ts';
import { shownTime } from './shown-time.ts';

/** First and last day in Shanghai, `2026-11-25`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The day in Shanghai that a moment lies in. */
export function shownDay(at: EpochSeconds): string {
  return shownTime(at).slice(0, 10);
}

/**
 * Reads the answers given on some days back from the log, with what was written about them since.
 * Lines that cannot be believed are left out; proving the log is another command's work.
 */
export async function readHistoryFrom(
  folder: string,
  days: Days,
): Promise<readonly HistoryEntry[]> {
  const rows = new Map<number, HistoryEntry>();
  for await (const written of writtenEntries(folder, firstFileOf(folder, days.from))) {
    const day = shownDay(written.at);
    const isWanted = written.entry.kind !== 'verdict' || (day >= days.from && day <= days.to);
    if (isWanted) addToHistory(rows, written);
  }
  return [...rows.values()];
}

/** Number of the first file that has entries of a day or a later one; a file holds one day at most. */
export function firstFileOf(folder: string, day: string): number {
  const numbers = [...auditFileNumbers(folder)].reverse();
  for (const number of numbers) {
    const first = linesOf(readAuditFile(folder, number)).next();
    if (first.done === true || !first.value.ok) continue;
    if (shownDay(first.value.line.at) < day) return number + 1;
  }
  return 0;
}

/** All entries of the log from a file on, in order. Throws what the file system throws. */
export async function* writtenEntries(
  folder: string,
  firstFile: number,
): AsyncGenerator<WrittenEntry> {
  for (const number of auditFileNumbers(folder).filter((other) => other >= firstFile)) {
    for (const read of linesOf(readAuditFile(folder, number))) {
      if (!read.ok) continue;
      const entry = v.safeParse(AuditEntrySchema, read.line.entry);
      const { sequence, at } = read.line;
      if (entry.success) yield { sequence, at, entry: entry.output };
    }
    // A file takes some milliseconds; whoever is scanning meanwhile goes first.
    await setImmediate();
  }
}
