import { fork } from 'node:child_process';
import { join } from 'node:path';
import { createWorkClock, residentMegabytes } from './process-figures.ts';
import {
  MEMORY_CHECK_MS,
  READER_HEAP_MEGABYTES,
  READER_MEMORY_MEGABYTES,
  type ReaderProcess,
} from './reader-process.ts';

const ENTRY = join(import.meta.dirname, '../reading/reader-in-node.ts');

/** Starts the reading process as a child of plain Node, for the command line and tests. */
export function startNodeReader(entry: string = ENTRY): ReaderProcess {
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${READER_HEAP_MEGABYTES}`],
    serialization: 'advanced',
    // Libraries print warnings to standard output, which belongs to the verdicts.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  // Decoders keep pictures outside of the heap that the switch above bounds.
  const watch = setInterval(() => {
    if ((residentMegabytes(child.pid) ?? 0) > READER_MEMORY_MEGABYTES) kill();
  }, MEMORY_CHECK_MS).unref();
  child.once('exit', () => clearInterval(watch));
  return {
    // A process that ends while it is being written to says so by `exit`.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.on('exit', listener);
      child.on('error', listener);
    },
    worked: createWorkClock(child.pid),
    kill,
  };
}
