import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { progressLine } from '../../electron/command-line/progress.ts';
import { AT, type Office, openOffice } from './office.ts';
import { writePdf } from './pdf-file.ts';
import { drawPicture } from './picture-file.ts';
import { parseLines, runVerify } from './run-verify.ts';

// Each run starts a program, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 30_000 });

let office: Office;
let folder = '';
const verify = (...args: string[]) => runVerify(['--trust', office.bundle, '--at', AT, ...args]);

beforeAll(async () => {
  office = openOffice();
  folder = join(office.folder, 'inbox');
  mkdirSync(join(folder, 'b'), { recursive: true });
  writeFileSync(join(folder, 'a.png'), await drawPicture([office.issue()], 'image/png'));
  writeFileSync(join(folder, 'b', 'texts.txt'), `${office.issueRevoked()}\nhello\n`);
  writeFileSync(join(folder, 'c.pdf'), writePdf([{ codes: [office.issue()] }]));
  writeFileSync(join(folder, 'd.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]));
  writeFileSync(join(folder, '.hidden'), 'hello');
  writeFileSync(join(folder, 'Thumbs.db'), 'hello');
});
afterAll(() => office.close());

function rowsOf(csv: string): Record<string, string>[] {
  const table = csv.replace(/^\ufeff/, '');
  return Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true }).data;
}

test('a folder is judged file by file, in order of names, and the largest status applies', async () => {
  const { status, stdout, stderr } = await verify('--json', folder);
  expect(parseLines(stdout).map(({ input, code, error }) => [input, error ?? code])).toEqual([
    [join(folder, 'a.png'), 'green-channel'],
    [join(folder, 'b', 'texts.txt:1'), 'revoked'],
    [join(folder, 'b', 'texts.txt:2'), 'not-a-certificate'],
    [join(folder, 'c.pdf'), 'green-channel'],
    [join(folder, 'd.doc'), 'unsupported-format'],
  ]);
  // No terminal, no bar.
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
});

test('an empty folder is no success', async () => {
  const empty = join(office.folder, 'empty');
  mkdirSync(empty);
  const { status, stdout } = await verify('--json', empty);
  expect(parseLines(stdout)).toMatchObject([{ input: empty, error: 'empty-input' }]);
  expect(status).toBe(3);
});

test('a table says who, what, until when, and lets no stranger write a formula', async () => {
  const credit = { holderName: '=HYPERLINK("x")', grade: 'A+', evaluated: 20_500, lists: ['city'] };
  const texts = join(office.folder, 'texts.txt');
  writeFileSync(texts, `${office.issue({ credit })}\n${office.issueRevoked()}\n`);
  const { status, stdout } = await verify('--csv', texts);
  const [first, second] = rowsOf(stdout);
  expect(first).toMatchObject({
    ...{ input: `${texts}:1`, outcome: 'accepted', code: 'green-channel', grade: 'A+' },
    ...{ company_code: '91310114DEM000014A', company_name: '\'=HYPERLINK("x")', lists: 'city' },
    ...{ evaluated: '2026-02-16', valid_until: '2026-09-09T10:00:00+08:00' },
    ...{ issuer: '310114', judged_at: AT },
  });
  expect(first?.green_channel).not.toBe('');
  expect(second).toMatchObject({ outcome: 'refused', code: 'revoked', green_channel: '' });
  expect(stdout.split('\r\n')).toHaveLength(4);
  expect(status).toBe(1);
});

test('a file of verdicts is there as a whole or not at all', async () => {
  const out = join(office.folder, 'verdicts.csv');
  const run = await verify('--csv', '--out', out, folder);
  expect(run).toEqual({ status: 3, stdout: '', stderr: '' });
  const csv = readFileSync(out, 'utf8');
  expect(csv.startsWith('\ufeffinput,')).toBe(true);
  expect(rowsOf(csv).map(({ code }) => code)).toEqual([
    ...['green-channel', 'revoked', 'not-a-certificate', 'green-channel', 'unsupported-format'],
  ]);
  expect(readdirSync(office.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  const nowhere = join(office.folder, 'nowhere', 'verdicts.csv');
  const refused = await verify('--csv', '--out', nowhere, folder);
  expect(refused).toMatchObject({ status: 73, stdout: '' });
  expect(refused.stderr).toMatch(/^verify: .*verdicts.csv cannot be written: ENOENT.*\n$/);
});

test('a full disk ends with one line, and leaves no half file', async () => {
  if (!existsSync('/dev/full')) return;
  const out = join(office.folder, 'full.csv');
  spawnSync('ln', ['-s', '/dev/full', `${out}.part`]);
  const { status, stderr } = await verify('--csv', '--out', out, folder);
  expect(status).toBe(73);
  expect(stderr).toMatch(/^verify: .*full.csv cannot be written: ENOSPC.*\n$/);
  expect(readdirSync(office.folder).filter((name) => name.startsWith('full.csv'))).toEqual([]);
});

const hasScript = spawnSync('script', ['--version']).status === 0;

test.runIf(hasScript)('a terminal shows how far the run is', () => {
  const out = join(office.folder, 'watched.json');
  const args = ['electron/command-line/verify.ts', '--trust', office.bundle, '--at', AT];
  const command = [process.execPath, ...args, '--json', '--out', out, folder];
  const quoted = command.map((part) => `'${part}'`).join(' ');
  // `script` gives the program a terminal and prints what stands on it.
  const { stdout } = spawnSync('script', ['-qec', quoted, '/dev/null'], { encoding: 'utf8' });
  expect(stdout).toMatch(/\[#*-*\] \d+ %, \d judged/);
  expect(stdout.endsWith('\r\u001b[K')).toBe(true);
  expect(parseLines(readFileSync(out, 'utf8'))).toHaveLength(5);
  rmSync(out);
});

test.each([
  [{ bytes: 0, total: 100, judged: 0, seconds: 0 }, `[${'-'.repeat(30)}] 0 %, 0 judged`],
  [
    { bytes: 50, total: 100, judged: 1_234, seconds: 10 },
    `[${'#'.repeat(15)}${'-'.repeat(15)}] 50 %, 1,234 judged, about 10 s left`,
  ],
  [
    { bytes: 10, total: 100, judged: 9, seconds: 60 },
    `[${'#'.repeat(3)}${'-'.repeat(27)}] 10 %, 9 judged, about 9 min left`,
  ],
  [{ bytes: 7, total: 0, judged: 1, seconds: 0 }, `[${'#'.repeat(30)}] 100 %, 1 judged`],
  [{ bytes: 7, total: undefined, judged: 12, seconds: 0 }, '12 judged'],
])('%j is shown as one line', (state, line) => {
  expect(progressLine(state)).toBe(line);
});

test('a table and lines of JSON at once are wrong usage', async () => {
  const { status, stderr } = await verify('--csv', '--json', folder);
  expect(status).toBe(64);
  expect(stderr).toContain('exclude each other');
});
