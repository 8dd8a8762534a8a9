import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchIssue } from './authority-issue.ts';
import { type Cost, runMeasured, startCost, sumOfCosts } from './authority-process.ts';
import { count, table } from './markdown-table.ts';

/** Of the invented register; the same figures come out of the same seed. */
const SEED = 7;
const GRADES = ['A+', 'A', 'B', 'C', 'D'];

/** The work of an office, in its order; each line is measured by itself. */
const STEPS = ['generate', 'import', 'rate', 'rate again', 'issue', 'publish'] as const;
const YEAR_LATER = ['rate a year later', 'publish what ended'] as const;
type Step = (typeof STEPS)[number] | (typeof YEAR_LATER)[number];

/**
 * What the issuing side costs as registers grow: the commands as a user runs them, each in a process
 * of its own, with wall time, processor time and peak memory. The cost of a company is without the
 * start of the program, which is the same at every size; growth is linear when it stays the same.
 * `AUTHORITY_BENCH=large` adds 1,600,000 companies (about 6 GB of temporary files, a quarter of an
 * hour).
 */
export async function benchAuthority(): Promise<void> {
  const isLarge = process.env.AUTHORITY_BENCH === 'large';
  const sizes = [16_000, 160_000, ...(isLarge ? [1_600_000] : [])];
  const start = startCost();
  console.log(
    `start of the program, not in the figures below: ${seconds(start.wallMs)} s, ${start.mebibytes} MiB\n`,
  );
  const measured = sizes.map((companies) => {
    const costs = measureSize(companies, start);
    console.log(`${sizeTable(companies, costs)}\n`);
    return { companies, costs };
  });
  console.log(`${growthTable(measured)}\n`);
  await benchIssue();
}

type Costs = ReadonlyMap<Step, Cost>;

function measureSize(companies: number, start: Cost): Costs {
  const folder = mkdtempSync(join(tmpdir(), 'authority-bench-'));
  const costs = new Map<Step, Cost>();
  const measure = (step: Step, ...commands: (readonly string[])[]): void => {
    const each = commands.map(([name = '', ...args]) => runMeasured([name, folder, ...args]));
    costs.set(step, sumOfCosts(each, start));
  };
  try {
    runMeasured(['init', folder, '--suite', 'Ed25519', '--domain', 'demo']);
    const register = ['--companies', String(companies), '--seed', String(SEED)];
    measure('generate', ['generate', ...register, '--as-of', '2026-11-01']);
    const [companyFile, recordFile] = [join(folder, 'companies.csv'), join(folder, 'records.csv')];
    measure('import', ['import', '--companies', companyFile, '--records', recordFile]);
    measure('rate', ['rate', '--as-of', '2026-11-01']);
    measure('rate again', ['rate', '--as-of', '2026-11-01']);
    measure('issue', ...GRADES.map((grade) => ['issue', '--grade', grade]));
    measure('publish', ['publish']);
    measure('rate a year later', ['rate', '--as-of', '2027-11-01']);
    measure('publish what ended', ['publish']);
    return costs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeTable(companies: number, costs: Costs): string {
  const rows = [...costs].map(([step, { wallMs, cpuMs, mebibytes }]) => [
    step,
    seconds(wallMs),
    seconds(cpuMs),
    String(mebibytes),
    perCompany(wallMs, companies),
    perCompany(cpuMs, companies),
    count((companies * 1_000) / cpuMs),
  ]);
  const head = ['wall s', 'CPU s', 'peak MiB', 'wall µs each', 'CPU µs each', 'each CPU s'];
  return table([`${count(companies)} companies`, ...head], rows);
}

interface Measured {
  readonly companies: number;
  readonly costs: Costs;
}

/** Processor time of a company at each size over that at the size before. */
function growthTable(measured: readonly Measured[]): string {
  const steps = [...STEPS, ...YEAR_LATER];
  const pairs = measured.slice(1).flatMap((larger, place) => {
    const smaller = measured[place];
    return smaller === undefined ? [] : [{ smaller, larger }];
  });
  const head = pairs.map(
    ({ smaller, larger }) => `${count(larger.companies)} over ${count(smaller.companies)}`,
  );
  const rows = steps.map((step) => [
    step,
    ...pairs.map(({ smaller, larger }) => {
      const [before, after] = [smaller, larger].map(
        ({ companies, costs }) => (costs.get(step)?.cpuMs ?? Number.NaN) / companies,
      );
      return ((after ?? Number.NaN) / (before ?? Number.NaN)).toFixed(2);
    }),
  ]);
  return table(['growth of the CPU time of a company', ...head], rows);
}

function perCompany(milliseconds: number, companies: number): string {
  return ((milliseconds * 1_000) / companies).toFixed(1);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(1);
}
