import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

const FILE_ENDINGS = ['png', 'jpg', 'jpeg', 'webp', 'pdf', 'ofd', 'txt'];

// The button and the filter are read beside the system's own words, which follow its language.
const FILTERS = [
  { name: '图片、PDF、OFD / Pictures, PDF, OFD', extensions: FILE_ENDINGS },
  { name: '所有文件 / All files', extensions: ['*'] },
];

const PROPERTIES: Readonly<Record<'files' | 'folder', OpenDialogOptions['properties']>> = {
  files: ['openFile', 'multiSelections', 'dontAddToRecent'],
  folder: ['openDirectory', 'dontAddToRecent'],
};

/** Lets the clerk choose in the system's own dialog. */
export async function askForPaths(what: 'files' | 'folder'): Promise<readonly string[]> {
  const properties = PROPERTIES[what];
  const options = {
    ...(properties === undefined ? {} : { properties }),
    ...(what === 'files' ? { filters: FILTERS } : {}),
  };
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } =
    window === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return filePaths;
}
