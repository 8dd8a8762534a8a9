import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchIssue } from './authority-issue.ts';
import type { Cost } from './authority-process.ts';
import { type Costs, measureOffice, STEPS } from './authority-steps.ts';
import { count, kilobytes, table } from './markdown-table.ts';

/**
 * What the issuing side costs as registers grow: the commands as a user runs them, each in a process
 * of its own, with wall time, processor time, peak memory and what was written to the disk. The cost
 * of a company is without the start of the program, which is the same at every size; growth is
 * linear when it stays the same. `AUTHORITY_BENCH=large` adds 1,600,000 companies (about 6 GB of
 * temporary files, a quarter of an hour). With `AUTHORITY_BENCH_FOLDER=DIR` offices and figures stay
 * in that folder and each call measures one command, until the last one prints the tables.
 */
export async function benchAuthority(): Promise<void> {
  const { AUTHORITY_BENCH, AUTHORITY_BENCH_FOLDER } = process.env;
  const sizes = [16_000, 160_000, ...(AUTHORITY_BENCH === 'large' ? [1_600_000] : [])];
  const measured: Measured[] = [];
  for (const companies of sizes) {
    const costs =
      AUTHORITY_BENCH_FOLDER === undefined
        ? measureAtOnce(companies)
        : measureOffice(join(AUTHORITY_BENCH_FOLDER, String(companies)), companies, 1);
    if (costs === undefined) return console.log('call again for the next command');
    measured.push({ companies, costs });
    console.log(`${sizeTable(companies, costs)}\n`);
  }
  console.log(`${growthTable(measured, 'CPU time', ({ cpuMs }) => cpuMs)}\n`);
  console.log(`${growthTable(measured, 'wall time', ({ wallMs }) => wallMs)}\n`);
  await benchIssue();
}

function measureAtOnce(companies: number): Costs | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'authority-bench-'));
  try {
    return measureOffice(folder, companies);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeTable(companies: number, costs: Costs): string {
  const rows = [...costs].map(([step, { wallMs, cpuMs, mebibytes, writtenBytes }]) => [
    step,
    seconds(wallMs),
    seconds(cpuMs),
    String(mebibytes),
    perCompany(wallMs, companies),
    perCompany(cpuMs, companies),
    kilobytes(writtenBytes / companies),
    count((companies * 1_000) / cpuMs),
  ]);
  const head = [
    'wall s',
    'CPU s',
    'peak MiB',
    'wall µs each',
    'CPU µs each',
    'written each',
    'each CPU s',
  ];
  return table([`${count(companies)} companies`, ...head], rows);
}

interface Measured {
  readonly companies: number;
  readonly costs: Costs;
}

/** What a company costs at each size over what it costs at the size before. */
function growthTable(
  measured: readonly Measured[],
  what: string,
  costOf: (cost: Cost) => number,
): string {
  const pairs = measured.slice(1).flatMap((larger, place) => {
    const smaller = measured[place];
    return smaller === undefined ? [] : [{ smaller, larger }];
  });
  const head = pairs.map(
    ({ smaller, larger }) => `${count(larger.companies)} over ${count(smaller.companies)}`,
  );
  const costAt = (cost: Cost | undefined): number =>
    cost === undefined ? Number.NaN : costOf(cost);
  const rows = STEPS.map((step) => [
    step,
    ...pairs.map(({ smaller, larger }) => {
      const [before, after] = [smaller, larger].map(
        ({ companies, costs }) => costAt(costs.get(step)) / companies,
      );
      return ((after ?? Number.NaN) / (before ?? Number.NaN)).toFixed(2);
    }),
  ]);
  return table([`growth of the ${what} of a company`, ...head], rows);
}

function perCompany(milliseconds: number, companies: number): string {
  return ((milliseconds * 1_000) / companies).toFixed(1);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(1);
}
