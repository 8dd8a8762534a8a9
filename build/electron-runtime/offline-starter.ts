import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/**
 * An official Electron brings a small program that starts the application named on the command
 * line (`electron FOLDER`). The offline copy was stripped of it, so it gets ours.
 *
 * @param resourcesFolder the `resources` folder of the unpacked Electron
 */
export async function installStarter(resourcesFolder: string): Promise<void> {
  const staging = await mkdtemp(join(tmpdir(), 'starter-'));
  try {
    await cp(join(import.meta.dirname, 'starter'), staging, { recursive: true });
    await createPackage(staging, join(resourcesFolder, 'default_app.asar'));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
