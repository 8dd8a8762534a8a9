import { type EpochSeconds, shanghaiDayOf } from '../../shared/time.ts';
import { MAX_FILE_BYTES, MAX_QUIET_DAYS } from './limits.ts';
import type { ReadLine } from './line.ts';
import { auditFileNumbers, linesOf, readAuditFile } from './log-files.ts';

/** When the log begins a new file, and which old ones it may delete. */

/** Whether an entry of this time belongs into a new file: another day in Shanghai, or this one is full. */
export function needsNewFile(
  current: { readonly bytes: number; readonly startedAt: EpochSeconds | undefined },
  at: EpochSeconds,
): boolean {
  if (current.bytes >= MAX_FILE_BYTES) return true;
  // A file that lost its first line is continued; the next day brings a new one.
  return current.startedAt !== undefined && shanghaiDayOf(current.startedAt) !== shanghaiDayOf(at);
}

/** Files that may go, and the last entry in them, which the log names before they do. */
export interface ExpiredFiles {
  readonly numbers: readonly number[];
  readonly last: ReadLine;
}

/**
 * Finds the oldest files whose every entry is older than the retention time. None while the clock
 * may have jumped: see `MAX_QUIET_DAYS`. Throws what the file system throws.
 */
export function findExpiredFiles(
  folder: string,
  { now, retentionDays }: { readonly now: EpochSeconds; readonly retentionDays: number },
): ExpiredFiles | undefined {
  const today = shanghaiDayOf(now);
  const numbers: number[] = [];
  let last: ReadLine | undefined;
  for (const number of auditFileNumbers(folder)) {
    const line = lastLineOf(folder, number);
    if (line === undefined || today - shanghaiDayOf(line.at) <= retentionDays) break;
    numbers.push(number);
    last = line;
  }
  if (last === undefined) return undefined;
  return isSteadyClock(folder, today) ? { numbers, last } : undefined;
}

/** Whether the log goes on without a long gap before today. */
function isSteadyClock(folder: string, today: number): boolean {
  for (const number of [...auditFileNumbers(folder)].reverse()) {
    const line = lastLineOf(folder, number);
    if (line === undefined) continue;
    const day = shanghaiDayOf(line.at);
    if (day !== today) return today - day <= MAX_QUIET_DAYS && today > day;
  }
  return false;
}

function lastLineOf(folder: string, number: number): ReadLine | undefined {
  let last: ReadLine | undefined;
  for (const read of linesOf(readAuditFile(folder, number))) if (read.ok) last = read.line;
  return last;
}
