import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../authority/run-command.ts';
import { loadBundleFolder } from '../../electron/trust/load-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';

const work = mkdtempSync(join(tmpdir(), 'authority-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function authority(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['authority/cli.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The same without a process of its own, in which a passphrase is slow only once. */
async function authorityHere(...args: readonly string[]) {
  const { status, words: stdout, complaint: stderr } = await runCommand(args);
  return { status, stdout, stderr };
}

async function judge(bundleFolder: string, text: string) {
  const now = Math.floor(Date.now() / 1000);
  const bundle = await loadBundleFolder(bundleFolder, now);
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure));
  return checkScan(text, bundle.value, now, {});
}

describe('an office', () => {
  const office = join(work, 'office');

  it.each([
    ['SM2', authority],
    ['Ed25519', authorityHere],
    ['ES256', authorityHere],
  ] as const)('issues with suite %s what its bundle makes acceptable', async (suite, run) => {
    const folder = join(work, suite);
    expect((await run('init', folder, '--suite', suite)).status).toBe(0);
    const issued = await run(
      ...['issue', folder, '--company', '91310114MA1GT4G200', '--name', '上海云杉样例有限公司'],
      ...['--grade', 'A+', '--lists', 'national,district', '--evaluated', '2026-10-31', '--json'],
      ...['--out', join(work, suite, 'out'), '--svg', '--png', '--pdf'],
    );
    expect(issued).toMatchObject({ status: 0, stderr: '' });
    expect((await run('bundle', folder, '--out', join(folder, 'bundle'))).status).toBe(0);
    const verdict = await judge(join(folder, 'bundle'), JSON.parse(issued.stdout).text);
    expect(verdict).toMatchObject({
      code: 'green-channel',
      certificate: { suite, holderName: '上海云杉样例有限公司', lists: ['national', 'district'] },
    });
    const { number } = JSON.parse(issued.stdout);
    const file = (form: string) =>
      readFileSync(join(folder, 'out', `91310114MA1GT4G200-${number}.${form}`));
    expect(file('svg').toString()).toContain('<svg');
    expect(file('png').subarray(1, 4).toString()).toBe('PNG');
    expect(file('pdf').subarray(0, 5).toString()).toBe('%PDF-');
    expect(file('txt').toString().trim()).toBe(JSON.parse(issued.stdout).text);
  });

  it('is made once, and its keys are for its owner only', () => {
    expect(authority('init', office).status).toBe(0);
    const again = authority('init', office);
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(/^authority: there is an office/);
    expect(statSync(join(office, 'keys', 'certificate.json')).mode & 0o077).toBe(0);
  });

  it.each([
    ['no command', [], 64, 'authority COMMAND'],
    ['a command that does not exist', ['constructor'], 64, 'there is no command'],
    ['no folder', ['issue'], 64, 'DIR is missing'],
    ['an option that does not exist', ['init', 'x', '--colour', 'red'], 64, 'colour'],
    ['an impossible issuer', ['init', join(work, 'never'), '--issuer', '31'], 64, 'six digits'],
    ['an impossible suite', ['init', join(work, 'never'), '--suite', 'RSA'], 64, 'SM2'],
    ['a folder that is no office', ['issue', join(work, 'nowhere')], 1, 'nowhere'],
    ['a code that is none', ['issue', office, '--company', '123'], 64, '18'],
    [
      'a date that is none',
      [
        'issue',
        office,
        '--company',
        '91310114MA1GT4G200',
        '--grade',
        'A',
        '--name',
        '甲',
        '--evaluated',
        '2026-02-30',
      ],
      64,
      'date',
    ],
    [
      'a grade that is none',
      ['issue', office, '--company', '91310114MA1GT4G200', '--grade', 'Z'],
      64,
      'Z',
    ],
  ])('says in one line what is wrong with %s', async (_what, args, status, words) => {
    const answer = await runCommand(args);
    expect(answer.status).toBe(status);
    expect(answer.complaint + (args.length === 0 ? answer.words : '')).toContain(words);
    if (args.length > 0) expect(answer.complaint).toMatch(/^[^\n]+$/);
  });
});
