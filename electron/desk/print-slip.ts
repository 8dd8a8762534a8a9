import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { IpcValue } from '../../shared/ipc/contract.ts';
import type { SlipRequest } from '../../shared/ipc/desk-verbs.ts';
import type { Log } from '../ports.ts';
import { inInches, slipPage } from './slip-size.ts';

/** A slip to be printed. */
interface SlipJob extends SlipRequest {
  /** The system's name of the desk's printer; empty: the clerk is asked each time. */
  readonly printerName: string;
}

/**
 * Prints the slip that the page holds ready for paper (its print styles hide all else): at once on
 * the desk's own printer, or where the clerk chooses.
 */
export async function printSlip(
  window: BrowserWindow,
  { printerName, ...request }: SlipJob,
  log: Log,
): Promise<IpcValue<'printSlip'>> {
  const printers = await window.webContents.getPrintersAsync();
  const isThere = printerName === '' || printers.some(({ name }) => name === printerName);
  if (printers.length === 0 || !isThere) return 'no-printer';
  const pageSize = slipPage(request);
  const where = printerName === '' ? {} : { silent: true, deviceName: printerName };
  return new Promise((resolve) => {
    window.webContents.print(
      { ...where, pageSize, margins: { marginType: 'none' }, printBackground: true, copies: 1 },
      (isSent, reason) => {
        if (!isSent) log.warn('slip-not-printed', { reason });
        resolve(isSent ? 'sent' : printOutcome(reason));
      },
    );
  });
}

function printOutcome(reason: string): 'cancelled' | 'failed' {
  return /cancel/i.test(reason) ? 'cancelled' : 'failed';
}

/** Saves the slip as a PDF file of exactly its paper's size, where the clerk chooses. */
export async function saveSlip(
  window: BrowserWindow,
  request: SlipRequest,
  log: Log,
): Promise<IpcValue<'saveSlip'>> {
  const file = await chooseFile(window);
  if (file === undefined) return 'cancelled';
  try {
    const pdf = await window.webContents.printToPDF({
      pageSize: inInches(slipPage(request)),
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
    });
    await writeFile(file, pdf);
    return 'saved';
  } catch (error) {
    // A full disk, a folder without permission, a page that could not be drawn: all are told alike.
    log.error('slip-not-saved', error);
    return 'failed';
  }
}

async function chooseFile(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `slip-${new Date().toISOString().slice(0, 10)}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  return canceled || filePath === undefined || filePath === '' ? undefined : filePath;
}
