import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { IpcValue } from '../../shared/ipc/contract.ts';
import type { SlipRequest } from '../../shared/ipc/desk-verbs.ts';
import type { Log } from '../ports.ts';
import { inInches, slipPage } from './slip-size.ts';

/** Prints the slip that the page holds ready for paper (its print styles hide all else). */
export async function printSlip(
  window: BrowserWindow,
  request: SlipRequest,
  log: Log,
): Promise<IpcValue<'printSlip'>> {
  const printers = await window.webContents.getPrintersAsync();
  if (printers.length === 0) return 'no-printer';
  const pageSize = slipPage(request);
  return new Promise((resolve) => {
    window.webContents.print(
      { pageSize, margins: { marginType: 'none' }, printBackground: true, copies: 1 },
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
