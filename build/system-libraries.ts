import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  canInstallPackages,
  installCommand,
  installPackages,
  type PackageNames,
} from './apt-packages.ts';
import { sayProgress } from './electron-runtime/electron-runtime.ts';
import { hasDisplay } from './virtual-display.ts';

const run = promisify(execFile);

/**
 * Which Debian package brings a library. GTK pulls in nearly everything else Electron is linked with.
 */
const PACKAGES: readonly { readonly library: RegExp; readonly names: PackageNames }[] = [
  { library: /^lib(nss|nssutil|smime|nspr)\d/, names: ['libnss3'] },
  { library: /^lib(gbm|drm|expat)\./, names: ['libgbm1'] },
  { library: /^libasound\./, names: ['libasound2t64', 'libasound2'] },
  { library: /^lib/, names: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: /^Xvfb$/, names: ['xvfb'] },
];

/**
 * Makes sure that an Electron can start here: its shared libraries and, where there is no screen,
 * Xvfb. As root on Debian and its kin what is missing gets installed.
 *
 * @param executable the Electron program
 * @throws Error naming the exact command when somebody else has to install something.
 */
export async function ensureSystemLibraries(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await listMissing(executable);
  if (missing.length === 0) return;
  sayProgress(`Missing for Electron: ${missing.join(', ')}`);
  if (!canInstallPackages()) throw new Error(advise(missing));
  await installPackages(packageChoices(missing), 'Electron');
  const stillMissing = await listMissing(executable);
  if (stillMissing.length > 0) {
    throw new Error(`Still missing after installing: ${stillMissing.join(', ')}.`);
  }
}

async function listMissing(executable: string): Promise<readonly string[]> {
  const { stdout } = await run('ldd', [executable]);
  const libraries = stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? line);
  const xvfbNeeded = !hasDisplay() && !isOnPath('Xvfb');
  return xvfbNeeded ? [...libraries, 'Xvfb'] : libraries;
}

function isOnPath(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.some((folder) => existsSync(`${folder}/${program}`));
}

function advise(missing: readonly string[]): string {
  return (
    `Electron cannot start without ${missing.join(', ')}. On Debian or Ubuntu run:\n` +
    `  ${installCommand(packageChoices(missing))}\n` +
    'On another Linux install the packages that bring them (GTK 3, NSS, GBM, ALSA, Xvfb).'
  );
}

function packageChoices(missing: readonly string[]): readonly PackageNames[] {
  const needed = missing.map((item) => PACKAGES.find(({ library }) => library.test(item)));
  return [...new Set(needed)].flatMap((entry) => (entry ? [entry.names] : []));
}
