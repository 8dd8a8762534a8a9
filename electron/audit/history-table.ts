import type { HistoryEntry, HistoryFilter } from '../../shared/ipc/audit-verbs.ts';
import type { TextTable } from '../adapters/table-file.ts';
import { CSV_COLUMNS, CSV_WORDS, type CsvColumn } from './csv-words.ts';
import { shownTime } from './shown-time.ts';

/** Whether an entry is among those asked for; its day has been looked at already. */
export function isAskedFor(entry: HistoryEntry, filter: HistoryFilter): boolean {
  const { outcomes, search } = filter;
  if (outcomes !== undefined && !outcomes.includes(entry.outcome)) return false;
  if (search === undefined) return true;
  const { companyCode = '', companyName = '', notes } = entry;
  const places = [companyCode, companyName, ...notes.map(({ text }) => text)];
  const wanted = search.toLowerCase();
  return places.some((place) => place.toLowerCase().includes(wanted));
}

/** The entries as a table for WPS or Excel. */
export function describeTable(
  entries: readonly HistoryEntry[],
  language: 'zh-CN' | 'en',
): TextTable {
  const { columns } = CSV_WORDS[language];
  const rows = entries.map((entry) => {
    const cells = describeCells(entry, language);
    return CSV_COLUMNS.map((column) => cells[column]);
  });
  return { columns: CSV_COLUMNS.map((column) => columns[column]), rows };
}

function describeCells(
  entry: HistoryEntry,
  language: 'zh-CN' | 'en',
): Readonly<Record<CsvColumn, string>> {
  const words = CSV_WORDS[language];
  const { later, notes } = entry;
  return {
    sequence: String(entry.sequence),
    time: shownTime(entry.at),
    outcome: words.outcomes[entry.outcome],
    verdict: words.codes[entry.code],
    grade: entry.grade ?? '',
    companyCode: entry.companyCode ?? '',
    companyName: entry.companyName ?? '',
    source: words.sources[entry.source],
    desk: entry.desk ?? '',
    training: entry.training ? words.training : '',
    notes: notes.map(({ text }) => text).join('\n'),
    later: later === undefined ? '' : `${words.later[later.status]} ${shownTime(later.at)}`,
  };
}
