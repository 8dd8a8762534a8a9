import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from '../project-folders.ts';
import { type ElectronRuntime, sayProgress } from './electron-runtime.ts';

/** Nobody who answers at all takes longer than this for the first word. */
const GIVE_UP_AFTER_MS = 20_000;
/** A slow line may take its time as long as the probe answered; this is the end of patience. */
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
/** How long a failed download is remembered, so that not every start waits for it again. */
const FAILURE_REMEMBERED_MS = 6 * 3_600_000;

const DEFAULT_DOWNLOAD_URL = 'https://github.com/electron/electron/releases/download/';

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const failureStamp = join(cacheFolder, 'electron-download-failed');

/** The pinned package's own Electron if its binary is already unpacked. */
export function readInstalledElectron(): ElectronRuntime | undefined {
  const distFolder = join(packageFolder, 'dist');
  const pathFile = join(packageFolder, 'path.txt');
  const versionFile = join(distFolder, 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  const executable = join(distFolder, readFileSync(pathFile, 'utf8'));
  // A version left over from an older lock file is not the pinned one.
  if (version !== pinnedVersion() || !existsSync(executable)) return undefined;
  return { executable, distFolder, version, origin: 'official' };
}

/**
 * Lets the `electron` package install itself; its installer checks the download against the
 * checksums published inside the package. `undefined` when the download host cannot be reached.
 */
export async function installOfficialElectron(): Promise<ElectronRuntime | undefined> {
  sayProgress(`Electron ${pinnedVersion()}: asking the official download host…`);
  const installed = (await downloadHostAnswers()) && (await runInstaller());
  const runtime = installed ? readInstalledElectron() : undefined;
  await (runtime ? rm(failureStamp, { force: true }) : rememberFailure());
  return runtime;
}

/** Whether the official download failed on this machine within the last six hours. */
export async function failedRecently(): Promise<boolean> {
  const stamp = await stat(failureStamp).catch(() => undefined);
  return stamp !== undefined && Date.now() - stamp.mtimeMs < FAILURE_REMEMBERED_MS;
}

function pinnedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error('The installed electron package names no version; run npm ci again.');
}

/**
 * Asks for the file itself, because the download host hands over to a second one that may be
 * blocked on its own. Any answer counts: whether the file is right, the installer finds out.
 */
async function downloadHostAnswers(): Promise<boolean> {
  const tag = `v${pinnedVersion()}`;
  const base = process.env.ELECTRON_MIRROR ?? DEFAULT_DOWNLOAD_URL;
  const url = `${base}${tag}/electron-${tag}-${process.platform}-${process.arch}.zip`;
  const request = { method: 'HEAD', signal: AbortSignal.timeout(GIVE_UP_AFTER_MS) };
  return fetch(url, request).then(
    () => true,
    () => false,
  );
}

async function runInstaller(): Promise<boolean> {
  sayProgress('Electron: downloading (about 120 MB)…');
  const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const ended = new AbortController();
  const ticking = sayThatItGoesOn(ended.signal);
  const exitCode = await new Promise<number | null>((done) => {
    installer.once('error', () => done(null));
    installer.once('exit', done);
  });
  ended.abort();
  await ticking;
  return exitCode === 0;
}

async function sayThatItGoesOn(signal: AbortSignal): Promise<void> {
  const started = Date.now();
  while (await delay(10_000, true, { signal }).catch(() => false)) {
    sayProgress(`Electron: still downloading, ${Math.round((Date.now() - started) / 1000)} s…`);
  }
}

async function rememberFailure(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(failureStamp, '');
}
