import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../authority/run-command.ts';
import { runAuthority } from './store-run-authority.ts';

const work = mkdtempSync(join(tmpdir(), 'rating-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const AS_OF = ['--as-of', '2026-11-01'];
const COMPANIES = 3_000;

interface RateReport {
  readonly digest: string;
  readonly grades: Readonly<Record<string, number>>;
  readonly rated: number;
  readonly changed: number;
}

function register(name: string, arrange: (lines: string[]) => string[]): string {
  const folder = join(work, name);
  const seed = ['--companies', String(COMPANIES), '--seed', '42', ...AS_OF];
  expect(runAuthority('generate', folder, ...seed)).toMatchObject({ status: 0 });
  const files = ['companies', 'records'].map((kind) => join(folder, `${kind}.csv`));
  for (const file of files) {
    const [heading = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, [heading, ...arrange(lines), ''].join('\n'));
  }
  const [companies = '', records = ''] = files;
  const imported = runAuthority('import', folder, '--companies', companies, '--records', records);
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  return folder;
}

function rate(folder: string, ...args: string[]): RateReport {
  const out = join(work, 'results.jsonl');
  const { status, stdout, stderr } = runAuthority(
    ...['rate', folder, ...AS_OF, '--json', '--out', out, ...args],
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}
const results = (): string => readFileSync(join(work, 'results.jsonl'), 'utf8');

describe('rating a register', () => {
  let folder = '';
  let first: RateReport;
  let lines = '';
  beforeAll(() => {
    folder = register('sorted', (all) => all);
    first = rate(folder);
    lines = results();
  });

  it('rates every company, with tails of each kind', () => {
    expect(first).toMatchObject({ rated: COMPANIES, changed: COMPANIES });
    expect(Object.keys(first.grades).sort()).toEqual(['-', 'A', 'A+', 'B', 'C', 'D']);
    expect(first.grades.A).toBeGreaterThan(COMPANIES / 2);
    const codes = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).holder);
    expect(codes).toEqual([...codes].sort());
  });

  it('gives the same bytes again', () => {
    expect(rate(folder)).toMatchObject({ digest: first.digest, changed: 0 });
    expect(results()).toBe(lines);
  });

  it('gives the same bytes for the same lines in another order, in another office', () => {
    const shuffled = register('shuffled', (all) =>
      all.reverse().sort((left, right) => left.length - right.length),
    );
    expect(rate(shuffled).digest).toBe(first.digest);
    expect(results()).toBe(lines);
  });

  it('rates by another scheme when given one, and names what is wrong with it', () => {
    const scheme = join(work, 'scheme.json');
    const rules = [{ id: 'all', grade: 'B', conditions: [], words: { 'zh-CN': '皆', en: 'all' } }];
    writeFileSync(scheme, JSON.stringify({ version: 'flat', rules }));
    expect(rate(folder, '--scheme', scheme).grades).toEqual({ B: COMPANIES });
    const bad = { if: 'any-record', records: { severities: ['tiny'], within: { years: 1 } } };
    writeFileSync(
      scheme,
      JSON.stringify({ version: 'x', rules: [{ ...rules[0], conditions: [bad] }] }),
    );
    expect(runAuthority('rate', folder, '--scheme', scheme)).toMatchObject({
      ...{
        status: 1,
        stderr: expect.stringMatching(/^authority: .*rules\.0\.conditions\.0\S* .*\n$/),
      },
    });
  });

  it('explains a grade in both languages, and looks a company up', () => {
    rate(folder);
    const bad = lines.split('\n').find((line) => line.includes('"grade":"C"')) ?? '{}';
    const { holder, reasons } = JSON.parse(bad);
    const { stdout } = runAuthority('explain', folder, holder);
    for (const { rule, records } of reasons)
      for (const word of [rule, ...records]) expect(stdout).toContain(word);
    expect(stdout).toMatch(/失信信息/);
    expect(stdout).toMatch(/negative record/);
    const found = JSON.parse(runAuthority('lookup', folder, holder, '--json').stdout);
    expect(found).toMatchObject({
      code: holder,
      grade: 'C',
      evaluated: '2026-11-01',
      certificate: null,
    });
    expect(JSON.stringify(found)).not.toContain(reasons[0].rule);
  });

  it.each([
    [['explain'], 64, 'DIR and CODE are needed'],
    [['explain', 'x', '123'], 64, '18 digits'],
    [['lookup', '%', '91310114NOBODY0000'], 1, 'knows no company'],
    [['lookup', '%/nowhere', '91310114NOBODY0000'], 1, 'no companies were imported'],
    [['rate', '%', '--as-of', '2026-02-30'], 64, '--as-of is a date'],
    [['rate', '%', '--scheme', '%/nothing.json'], 1, 'ENOENT'],
    [['import', '%', '--companies', 'x'], 64, '--records is missing'],
    [['import', '%', '--companies', '%/x', '--records', '%/y'], 1, 'ENOENT'],
    [['import', '%', '--companies', 'x', '--records', 'y', '--format', 'xml'], 64, 'csv, jsonl'],
    [['generate', '%', '--companies', '0'], 64, 'whole number from 1'],
    [['generate', '%', '--companies', '5', '--seed', 'x'], 64, '4294967295'],
  ])('says in one line what is wrong with %j', async (args, status, words) => {
    const answer = await runCommand(args.map((arg) => arg.replace('%', folder)));
    expect(answer).toMatchObject({ status, words: '' });
    expect(answer.complaint).toContain(words);
    expect(answer.complaint).not.toContain('\n');
  });
});
