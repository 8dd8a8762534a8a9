import { fork } from 'node:child_process';
import { join } from 'node:path';
import { SYNC_HEAP_MEGABYTES } from './sync-limits.ts';
import type { SyncProcess } from './sync-runner.ts';

const ENTRY = join(import.meta.dirname, 'sync-process.ts');

/** Arguments only tests need. */
export interface MoreArguments {
  readonly args?: readonly string[];
  readonly nodeOptions?: readonly string[];
}

/** Starts the synchronising process as a child of plain Node, for the command line and tests. */
export function startNodeProcess(entry: string = ENTRY, more: MoreArguments = {}): SyncProcess {
  const child = fork(entry, more.args ?? [], {
    execArgv: [`--max-old-space-size=${SYNC_HEAP_MEGABYTES}`, ...(more.nodeOptions ?? [])],
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
