import { workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { parseLaunchOptions } from '../adapters/launch-options.ts';
import { commandIn } from './command.ts';
import { runCommand } from './run-command.ts';
import { ownTerminal } from './terminal-port.ts';

/**
 * The thread that runs a command. Electron's own event loop needs a display to start; this one needs
 * none, so that an administrator can work over a plain remote shell.
 */
const Task = v.object({
  argv: v.array(v.string()),
  stateFolder: v.string(),
  resourcesFolder: v.string(),
  executable: v.string(),
  isPackaged: v.boolean(),
  version: v.string(),
  electron: v.string(),
  done: v.instance(Int32Array),
});

const { argv, done, ...places } = v.parse(Task, workerData);
const command = commandIn(argv) ?? ({ name: 'usage' } as const);

void runCommand(command, {
  ...places,
  options: parseLaunchOptions(argv),
  switches: argv,
  terminal: ownTerminal,
  now: () => Math.floor(Date.now() / 1_000),
})
  .catch((error: unknown) => {
    ownTerminal.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  })
  .then((status) => {
    // Zero would mean that nothing has happened yet.
    Atomics.store(done, 0, status + 1);
    Atomics.notify(done, 0);
  });
