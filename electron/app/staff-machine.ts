import { app, BrowserWindow } from 'electron';
import type { StaffMachine } from '../staff/staff-parts.ts';
import { printTestPage } from './print-test-page.ts';
import { restartProgram } from './restart-program.ts';

/**
 * What the staff menu needs of Electron.
 * @param isSupervised whether the system starts the program again when it ends
 */
export function createStaffMachine(isSupervised: boolean): StaffMachine {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    crashFolder: app.getPath('crashDumps'),
    executable: app.getPath('exe'),
    isPackaged: app.isPackaged,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    listPrinters: async () => {
      const [window] = BrowserWindow.getAllWindows();
      const printers = (await window?.webContents.getPrintersAsync()) ?? [];
      return printers.map(({ name, displayName }) => ({ name, displayName }));
    },
    printTestPage,
    leave: () => app.quit(),
    restart: () => restartProgram(isSupervised),
  };
}
