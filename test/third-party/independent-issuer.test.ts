import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { TEST_NOW } from '../world/test-world.ts';

/**
 * Certificates of an issuer that shares no line of code with the product (Python's standard
 * library and the openssl program), judged by the command line.
 */

const Cases = v.array(
  v.object({ name: v.string(), text: v.string(), outcome: v.string(), code: v.string() }),
);

const folder = mkdtempSync(join(tmpdir(), 'independent-issuer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const missing = ['python3', 'openssl'].filter(
  (program) => spawnSync(program, ['version']).error !== undefined,
);
if (missing.length > 0)
  console.log(`SKIPPED: the independent issuer needs ${missing.join(' and ')}`);

describe.skipIf(missing.length > 0)('an independent issuer', () => {
  it('gets for each of its certificates the verdict the format promises', () => {
    const script = join('test', 'third-party', 'independent-issuer', 'issuer.py');
    const made = spawnSync('python3', [script, folder, String(TEST_NOW)], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const cases = v.parse(Cases, JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')));
    expect(cases.length).toBeGreaterThan(70);
    const lines = cases.map(({ text }) => JSON.stringify(text)).join('\n');
    const at = new Date(TEST_NOW * 1_000).toISOString();
    const args = ['electron/command-line/verify.ts', '--trust', join(folder, 'bundle')];
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
});
