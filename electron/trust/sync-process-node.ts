import { fork } from 'node:child_process';
import { join } from 'node:path';
import { SYNC_HEAP_MEGABYTES } from './sync-limits.ts';
import type { SyncProcess } from './sync-runner.ts';

const ENTRY = join(import.meta.dirname, 'sync-process.ts');

/** Starts the synchronising process as a child of plain Node, for the command line and tests. */
export function startNodeProcess(entry: string = ENTRY): SyncProcess {
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${SYNC_HEAP_MEGABYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // A process that ends while it is being written to says so by `exit`.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.on('exit', listener);
      child.on('error', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
