import type { TFunction } from 'i18next';
import type { SortDescriptor } from 'react-aria-components';
import type { Verdict } from '../../../shared/verify/verdict.ts';
import { formatLastDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { type DeskContent, deskWords } from '../desk-content.ts';
import type { BatchRow } from './batch-state.ts';

/** The columns of the table and of its export, in order; widths are shares of the window. */
export const BATCH_COLUMNS = [
  { id: 'file', width: '3fr', minWidth: 160 },
  { id: 'page', width: 60, minWidth: 60 },
  { id: 'result', width: '5fr', minWidth: 220 },
  { id: 'company', width: '4fr', minWidth: 180 },
  { id: 'code', width: 212, minWidth: 212 },
  { id: 'grade', width: 72, minWidth: 72 },
  { id: 'validUntil', width: 164, minWidth: 164 },
] as const;
export type BatchColumn = (typeof BATCH_COLUMNS)[number]['id'];
export type BatchCells = Readonly<Record<BatchColumn, string>>;

/** The words of a row, the same on the screen and in the export. */
export function describeRow(row: BatchRow, t: TFunction, language: Language): BatchCells {
  const certificate = certificateOf(row);
  const isAccepted = verdictOf(row)?.outcome === 'accepted';
  return {
    file: row.name,
    page: row.page === undefined ? '' : String(row.page),
    result: resultOf(row, t, language),
    company: certificate?.holderName ?? '',
    code: certificate?.holderCode ?? '',
    // A grade that is not in use any more must not be taken along in a table.
    grade: isAccepted ? (certificate?.grade ?? '') : '',
    validUntil: certificate === undefined ? '' : formatLastDay(certificate.expiresAt, language),
  };
}

function resultOf({ state }: BatchRow, t: TFunction, language: Language): string {
  if (state.step !== 'judged') return t(`desk.batch.steps.${state.step}`);
  const { content, notices = [] } = state;
  const words = notices.map((notice) => t(`intake.notice.${notice}`));
  return [plain(deskWords(content, t, language).headline), ...words].join(' · ');
}

/** Without the marks for where a large line may break. */
function plain(text: string): string {
  return text.replaceAll('\u200B', '');
}

function verdictOf({ state }: BatchRow): Verdict | undefined {
  const content: DeskContent | undefined = state.step === 'judged' ? state.content : undefined;
  return content?.kind === 'verdict' ? content.verdict : undefined;
}

function certificateOf(row: BatchRow) {
  const verdict = verdictOf(row);
  if (verdict === undefined || verdict.outcome === 'not-a-certificate') return undefined;
  return verdict.certificate;
}

/** The rows in the order the clerk asked for; without a wish in the order they were added. */
export function sortRows(
  rows: readonly BatchRow[],
  sort: SortDescriptor | undefined,
  describe: (row: BatchRow) => BatchCells,
): readonly BatchRow[] {
  const column = BATCH_COLUMNS.find(({ id }) => id === sort?.column)?.id;
  if (column === undefined) return rows;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return rows
    .map((row) => ({ row, cell: describe(row)[column] }))
    .sort((a, b) => sign * collator.compare(a.cell, b.cell))
    .map(({ row }) => row);
}
