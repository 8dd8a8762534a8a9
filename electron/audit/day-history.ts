import type { HistoryEntry } from '../../shared/ipc/audit-verbs.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import type { WrittenEntry } from './audit-log.ts';
import type { VerdictEntry } from './entry.ts';

/** The answers of one day as a clerk sees them, kept up to date as entries are written. */
export interface DayHistory {
  /** Takes an entry in; one of a later day begins a new history. */
  add(written: WrittenEntry): void;
  /** Newest first. */
  entries(): HistoryEntry[];
  has(sequence: number): boolean;
}

/** Answers kept at most; a desk gives a few hundred a day, a queue of files a few thousand. */
const MAX_ENTRIES = 20_000;

/** Creates an empty history. */
export function createDayHistory(): DayHistory {
  const rows = new Map<number, HistoryEntry>();
  let day = 0;
  return {
    add: (written) => {
      const dayOfEntry = shanghaiDayOf(written.at);
      if (dayOfEntry > day) rows.clear();
      day = Math.max(day, dayOfEntry);
      addToHistory(rows, written);
      const oldest = rows.keys().next();
      if (rows.size > MAX_ENTRIES && oldest.done !== true) rows.delete(oldest.value);
    },
    entries: () => [...rows.values()].reverse(),
    has: (sequence) => rows.has(sequence),
  };
}

/** Adds an answer, or what was written about one later. */
export function addToHistory(
  rows: Map<number, HistoryEntry>,
  { sequence, at, entry }: WrittenEntry,
): void {
  if (entry.kind === 'verdict') rows.set(sequence, { sequence, at, ...describeRow(entry) });
  if (entry.kind !== 'note' && entry.kind !== 'later-status') return;
  const row = rows.get(entry.of);
  if (row === undefined) return;
  if (entry.kind === 'later-status') row.later = { at, status: entry.status };
  else row.notes.push({ at, text: entry.text });
}

function describeRow(entry: VerdictEntry): Omit<HistoryEntry, 'sequence' | 'at'> {
  const { outcome, code, source, foreignKind, desk, grade, companyCode, companyName } = entry;
  return {
    ...{ outcome, code, source, training: entry.training === true, notes: [] },
    ...(foreignKind === undefined ? {} : { foreignKind }),
    ...(desk === undefined ? {} : { desk }),
    ...(grade === undefined ? {} : { grade }),
    ...(companyCode === undefined ? {} : { companyCode }),
    ...(companyName === undefined ? {} : { companyName }),
  };
}
