import { app, BrowserWindow } from 'electron';
import type { StaffMachine } from '../staff/staff-parts.ts';
import { printTestPage } from './print-test-page.ts';

/** What the staff menu needs of Electron. */
export function createStaffMachine(): StaffMachine {
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
  };
}
