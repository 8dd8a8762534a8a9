import { ipcMain } from 'electron';
import Store from 'electron-store';
import type { Log } from '../ports.ts';
import { parseSettings, type Settings } from './settings.ts';

/**
 * Loads `settings.json` from the given folder. electron-store resets a corrupt file to nothing,
 * which is right for settings and for nothing else.
 */
export function loadSettings(folder: string, log: Log): Settings {
  const store = new Store({ name: 'settings', cwd: folder, clearInvalidConfig: true });
  // electron-store opens a synchronous channel for pages that use it; ours has only the contract.
  ipcMain.removeAllListeners('electron-store-get-data');
  const { settings, invalid } = parseSettings(store.store);
  for (const name of invalid) log.warn('setting-invalid', { name });
  return settings;
}
