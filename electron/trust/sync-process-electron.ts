import { utilityProcess } from 'electron';
import { SYNC_HEAP_MEGABYTES } from './sync-limits.ts';
import type { SyncProcess } from './sync-runner.ts';

/** Starts the synchronising process as a utility process of Electron. */
export function startElectronProcess(entry: string): SyncProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'trust-sync',
    execArgv: [`--max-old-space-size=${SYNC_HEAP_MEGABYTES}`],
    stdio: 'ignore',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
