import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_DAY, TEST_NOW } from '../world/test-world.ts';

/**
 * Certificates of an issuer that shares no line of code with the product (Python's standard
 * library and the openssl program), judged by the command line.
 */

const Cases = v.array(
  v.object({ name: v.string(), text: v.string(), outcome: v.string(), code: v.string() }),
);

const folder = mkdtempSync(join(tmpdir(), 'independent-issuer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readCases() {
  return v.parse(Cases, JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')));
}

const missing = ['python3', 'openssl'].filter(
  (program) => spawnSync(program, ['version']).error !== undefined,
);
if (missing.length > 0)
  console.log(`SKIPPED: the independent issuer needs ${missing.join(' and ')}`);

describe.skipIf(missing.length > 0)('an independent issuer', () => {
  beforeAll(() => {
    const script = join('test', 'third-party', 'independent-issuer', 'issuer.py');
    const made = spawnSync('python3', [script, folder, String(TEST_NOW)], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
  }, 60_000);

  it.each([
    ['a bundle folder', ['--trust', join(folder, 'bundle')]],
    [
      'its own trust repository and root',
      ['--trust', join(folder, 'repository'), '--root', join(folder, 'root.json')],
    ],
  ])('gets by %s for each certificate the verdict the format promises', (_name, trust) => {
    const cases = readCases();
    expect(cases.length).toBeGreaterThan(70);
    const lines = cases.map(({ text }) => JSON.stringify(text)).join('\n');
    const at = new Date(TEST_NOW * 1_000).toISOString();
    const args = ['electron/command-line/verify.ts', ...trust];
    const judged = spawnSync(process.execPath, [...args, '--at', at, '--json', '-'], {
      input: `${lines}\n`,
      encoding: 'utf8',
      maxBuffer: 64 * 1_048_576,
    });
    const verdicts = judged.stdout
      .trimEnd()
      .split('\n')
      .map((line) =>
        v.parse(v.object({ outcome: v.string(), code: v.string() }), JSON.parse(line)),
      );
    expect(
      verdicts.map(({ outcome, code }, index) => `${cases[index]?.name}: ${outcome} ${code}`),
    ).toEqual(cases.map(({ name, outcome, code }) => `${name}: ${outcome} ${code}`));
    expect(judged.status).toBe(3);
  });

  it.each([
    ['clock-implausible', TEST_NOW - 2 * 3_600, ['--trust', join(folder, 'bundle')]],
    ['trust-too-old', TEST_NOW + 31 * TEST_DAY, ['--trust', join(folder, 'bundle')]],
    ['trust-missing', TEST_NOW, []],
  ])('is told %s where the terminal is at fault', (code, now, trust) => {
    const [good] = readCases();
    const at = new Date(now * 1_000).toISOString();
    const args = ['electron/command-line/verify.ts', ...trust, '--at', at, '--json'];
    const judged = spawnSync(process.execPath, [...args, good?.text ?? ''], { encoding: 'utf8' });
    expect(JSON.parse(judged.stdout)).toMatchObject({ outcome: 'undecided', code });
    expect(judged.status).toBe(2);
  });
});
