import type { History, HistoryEntry } from '../../../shared/ipc/audit-verbs.ts';
import type { Outcome } from '../../../shared/verify/verdict.ts';

/** What a clerk filters today's records by. */
export const HISTORY_FILTERS = [
  'all',
  'accepted',
  'refused',
  'undecided',
  'not-a-certificate',
] as const satisfies readonly (Outcome | 'all')[];
export type HistoryFilterName = (typeof HISTORY_FILTERS)[number];

/** The records of an outcome that hold what is looked for in code, name or a note. */
export function searchHistory(
  { entries }: History,
  filter: HistoryFilterName,
  search: string,
): readonly HistoryEntry[] {
  const wanted = search.trim().toLowerCase();
  return entries.filter((entry) => {
    if (filter !== 'all' && entry.outcome !== filter) return false;
    const { companyCode = '', companyName = '', notes } = entry;
    const places = [companyCode, companyName, ...notes.map(({ text }) => text)];
    return places.some((place) => place.toLowerCase().includes(wanted));
  });
}

/** How often each outcome was shown today. Training is practice and is not counted. */
export function countOutcomes({ entries }: History): Readonly<Record<HistoryFilterName, number>> {
  const real = entries.filter(({ training }) => !training);
  const count = (outcome: Outcome) => real.filter((entry) => entry.outcome === outcome).length;
  return {
    all: real.length,
    accepted: count('accepted'),
    refused: count('refused'),
    undecided: count('undecided'),
    'not-a-certificate': count('not-a-certificate'),
  };
}
