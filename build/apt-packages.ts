import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { sayProgress } from './electron-runtime/electron-runtime.ts';

const run = promisify(execFile);

/** Names one Debian package goes by; the first that apt knows is taken, since newer releases renamed some. */
export type PackageNames = readonly string[];

/** Whether this process may install packages: root on Debian and its kin. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** The command with which somebody else may install them. */
export function installCommand(packages: readonly PackageNames[]): string {
  const names = packages.map((choice) => choice.at(-1)).join(' ');
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
}

/** Installs Debian packages, its progress on standard error. Throws Error when that fails. */
export async function installPackages(
  packages: readonly PackageNames[],
  forWhom: string,
): Promise<void> {
  sayProgress(`Installing what ${forWhom} needs (running as root on a Debian-like system)…`);
  // A fresh machine has no package lists, and the names are chosen from them.
  await runVisibly('apt-get', ['update']);
  const chosen = await Promise.all(packages.map(chooseKnownName));
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
