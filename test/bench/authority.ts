import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the issuing side costs as registers grow: `generate`, `import` and `rate` as a user runs
 * them, each in a process of its own, with its wall time, processor time and peak memory. The cost
 * of a company is without the start of the program (`--help`), which is the same at every size;
 * growth is linear when it stays the same. The second `rate` also compares with the first.
 * `AUTHORITY_BENCH=large` adds 1,600,000 companies (about 3 GB of temporary files).
 */
export async function benchAuthority(): Promise<void> {
  const isLarge = process.env.AUTHORITY_BENCH === 'large';
  const sizes = [16_000, 160_000, ...(isLarge ? [1_600_000] : [])];
  const starts = [1, 2, 3].map(() => measure(['--help']));
  const start = starts.reduce((best, next) => (next.wallMs < best.wallMs ? next : best));
  console.log(`start of the program: ${seconds(start.wallMs)}, ${start.mebibytes} MiB`);
  console.log(row(['companies', 'command', 'wall', 'CPU', 'peak memory', ...PER_COMPANY]));
  for (const companies of sizes) measureSize(companies, start);
}

const PER_COMPANY = ['wall a company', 'CPU a company', 'companies/s'] as const;

interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly mebibytes: number;
}

function measureSize(companies: number, start: Measured): void {
  const folder = mkdtempSync(join(tmpdir(), 'authority-bench-'));
  const report = (name: string, args: readonly string[]): void => {
    const { wallMs, cpuMs, mebibytes } = measure([name, folder, ...args]);
    const [wall, cpu] = [wallMs - start.wallMs, cpuMs - start.cpuMs];
    const each = [wall, cpu].map((time) => `${((time * 1_000) / companies).toFixed(1)} µs`);
    const speed = Math.round((companies * 1_000) / wall).toLocaleString('en');
    const whole = [seconds(wallMs), seconds(cpuMs), `${mebibytes} MiB`];
    console.log(row([companies.toLocaleString('en'), name, ...whole, ...each, speed]));
  };
  try {
    report('generate', ['--companies', String(companies), '--seed', '7', '--as-of', '2026-11-01']);
    const [companyFile, recordFile] = [join(folder, 'companies.csv'), join(folder, 'records.csv')];
    report('import', ['--companies', companyFile, '--records', recordFile]);
    report('rate', ['--as-of', '2026-11-01']);
    report('rate', ['--as-of', '2026-11-01']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(14)).join('');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}

// Runs inside the measured process; `maxRSS` is its peak memory in kibibytes.
const REPORT_USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

function measure(args: readonly string[]): Measured {
  const started = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', REPORT_USAGE, 'authority/cli.ts', ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const wallMs = performance.now() - started;
  if (status !== 0) throw new Error(`authority ${args.join(' ')}: ${stderr}`);
  const usage: NodeJS.ResourceUsage = JSON.parse(output[3] ?? '{}');
  const cpuMs = (usage.userCPUTime + usage.systemCPUTime) / 1_000;
  return { wallMs, cpuMs, mebibytes: Math.round(usage.maxRSS / 1_024) };
}
