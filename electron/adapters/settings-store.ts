import { ipcMain } from 'electron';
import Store from 'electron-store';
import type { LocalSettings } from '../config/configuration.ts';
import type { Log } from '../ports.ts';

/**
 * Writes `settings.json` in the given folder. electron-store resets a corrupt file to nothing,
 * which is right for settings and for nothing else; what was wrong has been logged when it was read.
 */
export function openSettingsStore(folder: string, log: Log): LocalSettings {
  const change = (act: (store: Store) => void): boolean => {
    try {
      const store = new Store({ name: 'settings', cwd: folder, clearInvalidConfig: true });
      // electron-store opens a synchronous channel for pages that use it; ours has only the contract.
      ipcMain.removeAllListeners('electron-store-get-data');
      act(store);
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      log.error('settings-not-saved', error);
      return false;
    }
  };
  return {
    write: (name, value) => change((store) => store.set(name, value)),
    forget: (keep) =>
      change((store) => {
        const kept = keep.flatMap((name) => (store.has(name) ? [[name, store.get(name)]] : []));
        store.clear();
        store.set(Object.fromEntries(kept));
      }),
  };
}
