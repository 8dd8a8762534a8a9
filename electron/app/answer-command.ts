import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import { commandIn } from '../commands/command.ts';

/** A person may think about a PIN; a command that takes longer than this hangs. */
const LIMIT_MS = 600_000;
/** Status of a command that did not end (sysexits: internal software error). */
const HUNG = 70;

/**
 * Runs a command of the terminal, if the command line asks for one, and ends the program before it
 * has opened anything. A thread does the work while this one waits: Electron's event loop would ask
 * for a display first.
 */
export function answerCommand(argv: readonly string[], stateFolder: string): void {
  if (commandIn(argv) === undefined) return;
  const done = new Int32Array(new SharedArrayBuffer(4));
  // As text, because a thread cannot be started from a file inside the archive.
  const script = readFileSync(join(__dirname, 'commands.cjs'), 'utf8');
  const task = {
    argv,
    stateFolder,
    resourcesFolder: process.resourcesPath,
    executable: process.execPath,
    isPackaged: app.isPackaged,
    version: app.getVersion(),
    electron: process.versions.electron,
    done,
  };
  const worker = new Worker(script, { eval: true, workerData: task });
  worker.on('error', () => undefined);
  Atomics.wait(done, 0, 0, LIMIT_MS);
  const status = Atomics.load(done, 0);
  process.exit(status === 0 ? HUNG : status - 1);
}
