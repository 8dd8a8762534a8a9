import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { sayProgress } from './electron-runtime/electron-runtime.ts';
import { hasDisplay } from './virtual-display.ts';

const run = promisify(execFile);

/**
 * Which Debian package brings a library; the first name apt knows is taken, since newer releases
 * renamed some. GTK pulls in nearly everything else Electron is linked with.
 */
const PACKAGES: readonly { readonly library: RegExp; readonly names: readonly string[] }[] = [
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
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(advise(missing));
  await installWithApt(missing);
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
  const packages = packageChoices(missing).map((names) => names.at(-1));
  return (
    `Electron cannot start without ${missing.join(', ')}. On Debian or Ubuntu run:\n` +
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}\n` +
    'On another Linux install the packages that bring them (GTK 3, NSS, GBM, ALSA, Xvfb).'
  );
}

function packageChoices(missing: readonly string[]): readonly (readonly string[])[] {
  const needed = missing.map((item) => PACKAGES.find(({ library }) => library.test(item)));
  return [...new Set(needed)].flatMap((entry) => (entry ? [entry.names] : []));
}

async function installWithApt(missing: readonly string[]): Promise<void> {
  sayProgress('Installing what Electron needs (running as root on a Debian-like system)…');
  // A fresh machine has no package lists, and the names are chosen from them.
  await runVisibly('apt-get', ['update']);
  const chosen = await Promise.all(packageChoices(missing).map(chooseKnownName));
  await runVisibly('apt-get', ['install', '-y', '--no-install-recommends', ...chosen]);
}

async function chooseKnownName(names: readonly string[]): Promise<string> {
  for (const name of names) {
    const known = await run('apt-cache', ['show', name]).then(
      ({ stdout }) => stdout.includes(`Package: ${name}`),
      () => false,
    );
    if (known) return name;
  }
  throw new Error(`No package source of this system knows ${names.join(' or ')}.`);
}

async function runVisibly(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, {
    // Standard output is for results; the progress of apt goes where ours goes.
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const exitCode = await new Promise((done) => {
    child.once('error', () => done(undefined));
    child.once('exit', done);
  });
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')} failed; see its lines above.`);
}
