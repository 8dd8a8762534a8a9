import { ipcMain } from 'electron';
import Store from 'electron-store';
import type { WriteLocal } from '../config/configuration.ts';
import type { Log } from '../ports.ts';

/**
 * Writes `settings.json` in the given folder. electron-store resets a corrupt file to nothing,
 * which is right for settings and for nothing else; what was wrong has been logged when it was read.
 */
export function openSettingsStore(folder: string, log: Log): WriteLocal {
  return (name, value) => {
    try {
      const store = new Store({ name: 'settings', cwd: folder, clearInvalidConfig: true });
      // electron-store opens a synchronous channel for pages that use it; ours has only the contract.
      ipcMain.removeAllListeners('electron-store-get-data');
      store.set(name, value);
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      log.error('setting-not-saved', error);
      return false;
    }
  };
}
