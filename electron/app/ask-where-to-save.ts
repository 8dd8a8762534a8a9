import { BrowserWindow, dialog } from 'electron';

/** Asks in the system's own dialog where to save a table; `undefined` when nothing was chosen. */
export async function askWhereToSave(fileName: string): Promise<string | undefined> {
  const window = BrowserWindow.getFocusedWindow();
  const options = {
    defaultPath: fileName,
    // Read beside the system's own words, which follow its language.
    filters: [{ name: '表格 / Table (CSV)', extensions: ['csv'] }],
  };
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? undefined : filePath;
}
