import { type BrowserWindow, dialog } from 'electron';
import type { IpcRequest, IpcValue } from '../../shared/ipc/contract.ts';
import { TABLE_FILTERS, writeTable } from '../adapters/table-file.ts';
import type { AuditRecorder } from '../audit/audit-log.ts';
import type { Clock, Log } from '../ports.ts';

interface SavingParts {
  readonly audit: AuditRecorder;
  readonly clock: Clock;
  readonly log: Log;
}

const SHANGHAI_SECONDS = 8 * 3_600;

/** Writes the table of a batch where the clerk chooses. That it leaves is recorded before it does. */
export async function saveBatchTable(
  window: BrowserWindow,
  { columns, rows }: IpcRequest<'saveBatchTable'>,
  { audit, clock, log }: SavingParts,
): Promise<IpcValue<'saveBatchTable'>> {
  const today = new Date((clock.now() + SHANGHAI_SECONDS) * 1_000).toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `batch-${today}.xlsx`,
    filters: TABLE_FILTERS,
  });
  if (canceled || filePath === undefined || filePath === '') return 'cancelled';
  audit.record({ kind: 'exported', rows: rows.length, from: today, to: today });
  try {
    await writeTable(filePath, { columns, rows });
    return 'saved';
  } catch (error) {
    // A full disk or a folder without permission: the clerk chooses another place.
    log.error('batch-table-not-saved', error);
    return 'failed';
  }
}
