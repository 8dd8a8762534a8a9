import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFiles } from '../../authority/generate/generate-files.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { run, runAndKill, workingTime } from './store-kill.ts';
import { runAuthority } from './store-run-authority.ts';

const work = mkdtempSync(join(tmpdir(), 'faults-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** More than a page of a rating. */
const COMPANIES = 5_000;
/** Several pages of an import. */
const FEW_COMPANIES = 2_000;
const KILLS = 20;
const MINUTES = 60_000;

// Both commands write a draft beside the file they will leave: it tells that they have begun.
const findings = join(work, 'findings.csv');
const results = join(work, 'results.jsonl');
const begun = { import: `${findings}.part`, rate: `${results}.part` };

/** Two registers of the same few companies with other records, and one of many. */
const one = join(work, 'one');
const two = join(work, 'two');
const many = join(work, 'many');
const importArguments = (folder: string, input: string): string[] => {
  const files = [
    '--companies',
    join(input, 'companies.csv'),
    '--records',
    join(input, 'records.csv'),
  ];
  return ['authority/cli.ts', 'import', folder, ...files, '--findings', findings];
};
const rateArguments = (folder: string, turn: number): string[] => [
  ...[
    'authority/cli.ts',
    'rate',
    folder,
    '--as-of',
    turn % 2 === 0 ? '2026-11-01' : '2025-11-01',
    '--out',
    results,
  ],
];

beforeAll(() => {
  generateFiles({ folder: one, companies: FEW_COMPANIES, seed: 10, asOf: 20_758 });
  generateFiles({ folder: two, companies: FEW_COMPANIES, seed: 11, asOf: 20_758 });
  generateFiles({ folder: many, companies: COMPANIES, seed: 12, asOf: 20_758 });
});

interface Seen {
  readonly imports: number;
  readonly runs: number;
  /** Everything readers see of the register, and of the current ratings. */
  readonly register: string;
  readonly ratings: string;
}

/** Reads a store after a crash, as the next process does, and checks what must always hold. */
async function inspect(folder: string): Promise<Seen> {
  const store = await openOfficeStore(folder);
  expect(existsSync(join(folder, 'import-staging.sqlite'))).toBe(false);
  expect(await store.journal.check()).toMatchObject({ ok: true });
  const entries = await store.journal.entriesAfter(0, -1);
  const countOf = (what: string): number => entries.filter((entry) => entry.what === what).length;
  const seen = { imports: countOf('import-committed'), runs: countOf('rating-completed') };
  const ratings = createHash('sha256');
  const all = await store.ratings.ratingsAfter('', -1);
  ratings.update(JSON.stringify(all));
  if (seen.runs > 0) expect(all).toHaveLength(COMPANIES);
  expect(new Set(all.map(({ run }) => run)).size).toBeLessThanOrEqual(1);
  await store.close();
  const database = new DatabaseSync(join(folder, 'office.sqlite'), { readOnly: true });
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(database.prepare('SELECT count(*) AS n FROM import_batch').get()).toEqual({
    n: seen.imports,
  });
  const register = createHash('sha256');
  const rows = 'SELECT * FROM company LEFT JOIN record ON holder = code ORDER BY code, number';
  for (const row of database.prepare(rows).iterate()) register.update(JSON.stringify(row));
  database.close();
  return { ...seen, register: register.digest('hex'), ratings: ratings.digest('hex') };
}

describe('killed at any moment', () => {
  it(
    'an import is there as a whole or not at all',
    async () => {
      const base = join(work, 'import-base');
      run(importArguments(base, one));
      const nothing = await inspect(base);
      const folder = join(work, 'import');
      cpSync(base, folder, { recursive: true });
      const wholeMs = await workingTime(importArguments(folder, two), begun.import);
      const whole = await inspect(folder);
      expect(whole.register).not.toBe(nothing.register);
      const random = seededRandom(20_261);
      let kills = 0;
      for (let turn = 0; turn < KILLS; turn++) {
        rmSync(folder, { recursive: true });
        cpSync(base, folder, { recursive: true });
        const afterMs = wholeMs * random();
        const { wasKilled, stderr } = await runAndKill(importArguments(folder, two), {
          begun: begun.import,
          afterMs,
        });
        if (wasKilled) kills++;
        else expect(stderr).toBe('');
        expect([nothing, whole]).toContainEqual(await inspect(folder));
      }
      expect(kills).toBeGreaterThan(KILLS / 4);
      run(importArguments(folder, two));
      expect((await inspect(folder)).register).toBe(whole.register);
    },
    3 * MINUTES,
  );

  it(
    'a rating leaves the one before, whole, until it is complete',
    async () => {
      const folder = join(work, 'rate');
      run(importArguments(folder, many));
      const wholeMs = await workingTime(rateArguments(folder, 0), begun.rate);
      const random = seededRandom(20_262);
      let before = await inspect(folder);
      let kills = 0;
      for (let turn = 1; turn <= KILLS; turn++) {
        const afterMs = wholeMs * random();
        const { wasKilled, stderr } = await runAndKill(rateArguments(folder, turn), {
          begun: begun.rate,
          afterMs,
        });
        if (wasKilled) kills++;
        else expect(stderr).toBe('');
        const after = await inspect(folder);
        if (after.runs === before.runs) expect(after.ratings).toBe(before.ratings);
        expect(after.register).toBe(before.register);
        before = after;
      }
      expect(kills).toBeGreaterThan(KILLS / 4);
    },
    3 * MINUTES,
  );

  it(
    'a reserved status index is never given away again',
    async () => {
      const folder = join(work, 'reserve');
      const random = seededRandom(20_263);
      const given: string[] = [];
      for (let turn = 0; turn < KILLS; turn++) {
        const opened = join(work, 'opened');
        const loop = ['test/authority/store-reserve-loop.ts', folder, opened];
        const { stdout, stderr } = await runAndKill(loop, {
          begun: opened,
          afterMs: 300 * random(),
        });
        expect(stderr).toBe('');
        // A line that was cut off was not handed out.
        given.push(...stdout.split('\n').slice(0, -1));
      }
      expect(given.length).toBeGreaterThan(KILLS);
      expect(new Set(given).size).toBe(given.length);
      const store = await openOfficeStore(folder);
      const [list] = await store.certificates.statusLists();
      expect(list?.reserved).toBeGreaterThanOrEqual(given.length);
      await store.close();
    },
    MINUTES,
  );
});

describe('two at once', () => {
  it('the second one refuses with one clear line, and nothing of it is left', async () => {
    const folder = join(work, 'two-at-once');
    const store = await openOfficeStore(folder);
    const second = runAuthority(...importArguments(folder, one).slice(1));
    expect(second).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: `authority: another authority process (${process.pid}) is at work in ${folder}; try again later\n`,
    });
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['office.lock', 'office.sqlite']);
  });
});

describe('a full disk', () => {
  const disk = join(work, 'disk');
  mkdirSync(disk);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]);
  const hasDisk = status === 0;
  if (!hasDisk) console.log('full disk: skipped, a small file system cannot be mounted here');
  afterAll(() => {
    if (hasDisk) spawnSync('umount', [disk]);
  });

  it.runIf(hasDisk)('stops an import with one line, and the office is as it was', async () => {
    const folder = join(disk, 'office');
    const small = join(work, 'small');
    const large = join(work, 'large');
    generateFiles({ folder: small, companies: 300, seed: 1, asOf: 20_758 });
    generateFiles({ folder: large, companies: 20_000, seed: 2, asOf: 20_758 });
    const importFrom = (input: string) =>
      runAuthority(
        ...['import', folder, '--companies', join(input, 'companies.csv')],
        ...['--records', join(input, 'records.csv')],
      );
    expect(importFrom(small)).toMatchObject({ status: 0, stderr: '' });
    const before = await inspect(folder);
    const failed = importFrom(large);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/^authority: .*(full|ENOSPC).*\n$/);
    expect(await inspect(folder)).toEqual(before);
    expect(existsSync(join(folder, 'import-staging.sqlite'))).toBe(false);
  });
});
