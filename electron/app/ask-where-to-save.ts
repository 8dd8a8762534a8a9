import { BrowserWindow, dialog } from 'electron';
import { TABLE_FILTERS } from '../adapters/table-file.ts';

/** Asks in the system's own dialog where to save a table; `undefined` when nothing was chosen. */
export async function askWhereToSave(fileName: string): Promise<string | undefined> {
  const window = BrowserWindow.getFocusedWindow();
  const options = {
    defaultPath: fileName,
    filters: TABLE_FILTERS,
  };
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? undefined : filePath;
}
