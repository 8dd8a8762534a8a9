import { basename } from 'node:path';
import type { IpcRequest, IpcValue } from '../../shared/ipc/contract.ts';
import { writeTable } from '../adapters/table-file.ts';
import type { Clock } from '../ports.ts';
import { diskProblem } from './audit-disk.ts';
import { type AuditLog, whenWritten } from './audit-log.ts';
import { CSV_WORDS } from './csv-words.ts';
import { describeTable, isAskedFor } from './history-table.ts';
import { type Days, readHistoryFrom, shownDay } from './read-history.ts';

/** What an export is made with. */
export interface ExportParts {
  readonly folder: string;
  readonly auditLog: AuditLog;
  readonly clock: Clock;
  readonly askWhereToSave: (fileName: string) => Promise<string | undefined>;
}

/** One table: where it goes and what it holds. */
interface Table extends Pick<IpcRequest<'exportCsv'>, 'filter' | 'language'> {
  readonly path: string;
  readonly days: Days;
}

/**
 * Asks where to save, notes the export in the log, and only then writes the table: what cannot be
 * noted does not leave.
 */
export async function exportHistory(
  { filter, language }: IpcRequest<'exportCsv'>,
  { folder, auditLog, clock, askWhereToSave }: ExportParts,
): Promise<IpcValue<'exportCsv'>> {
  const today = shownDay(clock.now());
  const days = filter.days ?? { from: today, to: today };
  const path = await askWhereToSave(nameFile(CSV_WORDS[language].fileName, days));
  if (path === undefined) return { result: 'cancelled' };
  try {
    return await saveTable({ path, days, filter, language }, { folder, auditLog });
  } catch (error) {
    const problem = diskProblem(error);
    if (problem === undefined) throw error;
    return { result: 'not-written', problem };
  }
}

async function saveTable(
  { path, days, filter, language }: Table,
  { folder, auditLog }: Pick<ExportParts, 'folder' | 'auditLog'>,
): Promise<IpcValue<'exportCsv'>> {
  await auditLog.settle();
  const rows = (await readHistoryFrom(folder, days)).filter((row) => isAskedFor(row, filter));
  auditLog.record({ kind: 'exported', rows: rows.length, ...days });
  const refusal = await whenWritten(auditLog);
  if (refusal !== undefined) return refusal;
  await writeTable(path, describeTable(rows, language));
  return { result: 'saved', rows: rows.length, fileName: basename(path) };
}

function nameFile(name: string, { from, to }: Days): string {
  const days = from === to ? from : `${from}_${to}`;
  return `${name}-${days}.xlsx`;
}
