import { type ElectronOrigin, type ElectronRuntime, sayProgress } from './electron-runtime.ts';
import {
  failedRecently,
  installOfficialElectron,
  readInstalledElectron,
} from './official-electron.ts';
import { findOfflineCopy, offlineCopyExists } from './offline-copy.ts';

/**
 * The Electron to start on this machine: the official pinned one, else the offline copy.
 * `KIOSK_ELECTRON=official` or `=offline-copy` forces one of them. Progress goes to stderr.
 *
 * @throws Error with one plain sentence when there is none.
 */
export async function findElectron(): Promise<ElectronRuntime> {
  const forced = readForcedOrigin();
  if (forced === 'offline-copy') return takeOfflineCopy();
  const official = await takeOfficial(forced === 'official');
  if (official !== undefined) return official;
  if (forced === 'official') throw new Error('The official Electron could not be downloaded.');
  return takeOfflineCopy();
}

function readForcedOrigin(): ElectronOrigin | undefined {
  const value = process.env.KIOSK_ELECTRON;
  if (value === undefined || value === '') return undefined;
  if (value === 'official' || value === 'offline-copy') return value;
  throw new Error(`KIOSK_ELECTRON is "${value}"; it can be "official" or "offline-copy".`);
}

async function takeOfficial(forced: boolean): Promise<ElectronRuntime | undefined> {
  const installed = readInstalledElectron();
  if (installed !== undefined) return installed;
  // Without an offline copy there is nothing to gain by not trying again.
  if (!forced && offlineCopyExists && (await failedRecently())) return undefined;
  return installOfficialElectron();
}

async function takeOfflineCopy(): Promise<ElectronRuntime> {
  if (!offlineCopyExists) {
    throw new Error(
      'The official Electron could not be downloaded, and its offline copy exists for Linux on x64 only. ' +
        'Set ELECTRON_MIRROR to a mirror you trust, or connect to the internet once.',
    );
  }
  const runtime = await findOfflineCopy().catch((failure: unknown) => {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Error(
      `There is no official Electron here, and its offline copy cannot be used: ${reason}`,
    );
  });
  sayProgress(
    `!!! Electron ${runtime.version} OFFLINE COPY: for development and tests only, it gets NO SECURITY FIXES. ` +
      'Production packages ship the current Electron.',
  );
  return runtime;
}
