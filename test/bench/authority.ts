import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the issuing side costs as registers grow: `generate`, `import` and `rate` as a user runs
 * them, each in a process of its own, with its wall time and its peak memory. Linear growth means
 * that the cost of one company stays the same.
 * `AUTHORITY_BENCH=large` adds 1,600,000 companies (about 3 GB of temporary files).
 */
export async function benchAuthority(): Promise<void> {
  const isLarge = process.env.AUTHORITY_BENCH === 'large';
  const sizes = [16_000, 160_000, ...(isLarge ? [1_600_000] : [])];
  console.log('companies  command    wall time   peak memory   a company   companies a second');
  for (const companies of sizes) measureSize(companies);
}

function measureSize(companies: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'authority-bench-'));
  try {
    const report = (name: string, args: readonly string[]): void => {
      const { milliseconds, mebibytes } = measure([name, folder, ...args]);
      const microseconds = ((milliseconds * 1_000) / companies).toFixed(1);
      const columns = [
        ...[String(companies).padStart(9), name.padEnd(8)],
        ...[`${(milliseconds / 1_000).toFixed(2)} s`.padStart(11), `${mebibytes} MiB`.padStart(11)],
        ...[`${microseconds} µs`.padStart(11), perSecond(companies, milliseconds).padStart(11)],
      ];
      console.log(columns.join('  '));
    };
    report('generate', ['--companies', String(companies), '--seed', '7', '--as-of', '2026-11-01']);
    const files = [join(folder, 'companies.csv'), join(folder, 'records.csv')] as const;
    report('import', ['--companies', files[0], '--records', files[1]]);
    report('rate', ['--as-of', '2026-11-01']);
    report('rate', ['--as-of', '2026-11-01']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function perSecond(companies: number, milliseconds: number): string {
  return Math.round((companies * 1_000) / milliseconds).toLocaleString('en');
}

// Runs inside the measured process: `maxRSS` is its peak memory in kibibytes.
const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`,
)}`;

function measure(args: readonly string[]): { milliseconds: number; mebibytes: number } {
  const started = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', REPORT_MEMORY, 'authority/cli.ts', ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`authority ${args.join(' ')}: ${stderr}`);
  return { milliseconds, mebibytes: Math.round(Number(output[3]) / 1_024) };
}
