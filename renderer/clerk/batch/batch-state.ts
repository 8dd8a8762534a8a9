import type { FileNotice } from '../../../shared/ipc/intake-verbs.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Outcome } from '../../../shared/verify/verdict.ts';
import type { DeskContent } from '../desk-content.ts';
import type { JudgedPart } from '../files/judge-source.ts';

/** One line of the batch's table: a file, or one of several codes in it. */
export interface BatchRow {
  readonly key: string;
  /** Of the file, or the number of the pasted line. */
  readonly name: string;
  readonly page: number | undefined;
  readonly state:
    | { readonly step: 'waiting' }
    | { readonly step: 'checking' }
    | { readonly step: 'cancelled' }
    | {
        readonly step: 'judged';
        readonly content: DeskContent;
        /** What is to be said about the whole file. */
        readonly notices?: readonly FileNotice[];
      };
}

export interface BatchState {
  readonly rows: readonly BatchRow[];
  /** Counts the sources ever added, so that keys stay unique. */
  readonly added: number;
}

export const EMPTY_BATCH: BatchState = { rows: [], added: 0 };

export type BatchEvent =
  | { readonly type: 'added'; readonly names: readonly string[] }
  | { readonly type: 'started'; readonly key: string }
  | { readonly type: 'judged'; readonly key: string; readonly parts: readonly JudgedPart[] }
  | { readonly type: 'cancelled' }
  | { readonly type: 'cleared' }
  /** What happened since the table was last drawn. */
  | { readonly type: 'several'; readonly events: readonly BatchEvent[] };

/** What the table is after something happened. */
export function reduceBatch(state: BatchState, event: BatchEvent): BatchState {
  switch (event.type) {
    case 'added':
      return withAdded(state, event.names);
    case 'started':
      return withRows(state, event.key, (row) => [{ ...row, state: { step: 'checking' } }]);
    case 'judged':
      return withRows(state, event.key, (row) =>
        event.parts.map((part) => judged(row, part, event)),
      );
    case 'cancelled':
      return { ...state, rows: state.rows.map(cancelled) };
    case 'cleared':
      return { ...state, rows: [] };
    case 'several':
      return event.events.reduce(reduceBatch, state);
    default:
      return unreachable(event);
  }
}

function withAdded(state: BatchState, names: readonly string[]): BatchState {
  const rows = names.map((name, index): BatchRow => {
    const key = batchKey(state.added + index);
    return { key, name, page: undefined, state: { step: 'waiting' } };
  });
  return { rows: [...state.rows, ...rows], added: state.added + names.length };
}

/** The key of the nth source ever added, counted from 0. */
export function batchKey(index: number): string {
  return String(index + 1);
}

function withRows(
  state: BatchState,
  key: string,
  change: (row: BatchRow) => readonly BatchRow[],
): BatchState {
  return { ...state, rows: state.rows.flatMap((row) => (row.key === key ? change(row) : [row])) };
}

function judged(
  row: BatchRow,
  part: JudgedPart,
  { parts }: Extract<BatchEvent, { type: 'judged' }>,
): BatchRow {
  const key = parts.length === 1 ? row.key : `${row.key}.${parts.indexOf(part) + 1}`;
  const { content, place, notices = [] } = part;
  return { key, name: row.name, page: place.page, state: { step: 'judged', content, notices } };
}

/** What is being judged is let go on: its answer comes all the same. */
function cancelled(row: BatchRow): BatchRow {
  return row.state.step === 'waiting' ? { ...row, state: { step: 'cancelled' } } : row;
}

/** What a clerk filters by: the outcomes, and what could not be read at all. */
export const BATCH_FILTERS = [
  'all',
  'accepted',
  'refused',
  'undecided',
  'not-a-certificate',
  'unread',
] as const;
export type BatchFilter = (typeof BATCH_FILTERS)[number];

/** Under which filter a row is found besides `all`; `undefined` while it is not judged. */
export function filterOf({ state }: BatchRow): Outcome | 'unread' | undefined {
  if (state.step === 'cancelled') return 'unread';
  if (state.step !== 'judged') return undefined;
  return state.content.kind === 'verdict' ? state.content.verdict.outcome : 'unread';
}

/** Rows under each filter. */
export function countRows(rows: readonly BatchRow[]): Readonly<Record<BatchFilter, number>> {
  const count = (filter: BatchFilter) => rows.filter((row) => filterOf(row) === filter).length;
  return {
    all: rows.length,
    accepted: count('accepted'),
    refused: count('refused'),
    undecided: count('undecided'),
    'not-a-certificate': count('not-a-certificate'),
    unread: count('unread'),
  };
}
