import { spawnSync } from 'node:child_process';

/** What running a command cost. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Peak resident memory, MiB. */
  readonly mebibytes: number;
  /** Bytes that the process had written to disks. */
  readonly writtenBytes: number;
}

/** The unit in which a process's writing is counted. */
const BLOCK_BYTES = 512;

// Runs inside the measured process; `maxRSS` is its peak memory in kibibytes.
const REPORT_USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

// A demo office keeps its keys without a passphrase: scrypt is no part of what is measured.
const { AUTHORITY_PASSPHRASE: _unused, ...ENVIRONMENT } = process.env;

/** Runs a command of the issuing side as a user does, in a process of its own. Throws when it fails. */
export function runMeasured(args: readonly string[]): Cost {
  const started = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', REPORT_USAGE, 'authority/cli.ts', ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: ENVIRONMENT },
  );
  const wallMs = performance.now() - started;
  if (status !== 0) throw new Error(`authority ${args.join(' ')}: ${stderr}`);
  const usage: NodeJS.ResourceUsage = JSON.parse(output[3] ?? '{}');
  const cpuMs = (usage.userCPUTime + usage.systemCPUTime) / 1_000;
  const mebibytes = Math.round(usage.maxRSS / 1_024);
  return { wallMs, cpuMs, mebibytes, writtenBytes: usage.fsWrite * BLOCK_BYTES };
}

/** The start of the program by itself, the least of three: every command has it, at every size. */
export function startCost(): Cost {
  const starts = [1, 2, 3].map(() => runMeasured(['rate', '--help']));
  return starts.reduce((best, next) => (next.cpuMs < best.cpuMs ? next : best));
}

/** Costs of commands that belong together, each without the start of the program. */
export function sumOfCosts(costs: readonly Cost[], start: Cost): Cost {
  const sum = (key: 'wallMs' | 'cpuMs' | 'writtenBytes'): number =>
    costs.reduce((total, cost) => total + Math.max(0, cost[key] - start[key]), 0);
  const mebibytes = Math.max(...costs.map((cost) => cost.mebibytes));
  const [wallMs, cpuMs, writtenBytes] = [sum('wallMs'), sum('cpuMs'), sum('writtenBytes')];
  return { wallMs, cpuMs, mebibytes, writtenBytes };
}
