import { app, type UtilityProcess, utilityProcess } from 'electron';
import { SYNC_MEMORY_MEGABYTES } from './sync-limits.ts';
import type { SyncProcess } from './sync-runner.ts';

const MEMORY_CHECK_MS = 250;

/** Starts the synchronising process as a utility process of Electron. */
export function startElectronProcess(entry: string): SyncProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'trust-sync', stdio: 'ignore' });
  const watch = setInterval(() => {
    if (memoryOf(child) > SYNC_MEMORY_MEGABYTES) child.kill();
  }, MEMORY_CHECK_MS);
  child.on('exit', () => clearInterval(watch));
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}

/**
 * Megabytes the process takes. Utility processes of Electron 25 ignore `--max-old-space-size`, as
 * an argument and as a flag set later (measured: 3 GB at a limit of 192 MB), so we look ourselves.
 */
function memoryOf(child: UtilityProcess): number {
  const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid);
  return (metric?.memory.workingSetSize ?? 0) / 1_024;
}
