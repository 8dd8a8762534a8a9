import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second wherever Node and Electron run (sysconf _SC_CLK_TCK). */
const TICK_MS = 10;

/**
 * Milliseconds a process has worked so far. On a machine that is busy with other things a harmless
 * file takes long without being hard, so what counts is the work and not the wait. Where the system
 * does not say (anywhere but on Linux) it is the time that passed.
 */
export function createWorkClock(pid: number | undefined): () => number {
  if (process.platform !== 'linux' || pid === undefined) return () => performance.now();
  let last = 0;
  return () => {
    // One that has just ended does no more work; that it ended is told elsewhere.
    last = workedMs(pid) ?? last;
    return last;
  };
}

/** Megabytes of memory a process holds, where the system says (only Linux does). */
export function residentMegabytes(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  const status = readOfProcess(pid, 'status');
  const kilobytes = /^VmRSS:\s+(?<kilobytes>\d+)/m.exec(status ?? '')?.groups?.kilobytes;
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
}

function workedMs(pid: number): number | undefined {
  const stat = readOfProcess(pid, 'stat');
  if (stat === undefined) return undefined;
  // The name in brackets may hold anything; utime and stime are fields 14 and 15 (proc_pid_stat(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** `undefined` once the process has ended. */
function readOfProcess(pid: number, what: 'stat' | 'status'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}
