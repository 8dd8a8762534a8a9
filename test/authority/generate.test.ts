import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoCompanyCode } from '../../authority/demo/company-code.ts';
import { generateFiles } from '../../authority/generate/generate-files.ts';
import { inventedCode, MAX_INVENTED_COMPANIES } from '../../authority/generate/invented-code.ts';
import { hasValidCheckCharacter } from '../../shared/certificate/company-code.ts';
import { runAuthority } from './store-run-authority.ts';

const work = mkdtempSync(join(tmpdir(), 'generate-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const AS_OF = 20_758;

function bytesOf(name: string, seed: number, companies = 500): string {
  const folder = join(work, name);
  const outcome = generateFiles({ folder, companies, seed, asOf: AS_OF });
  return readFileSync(outcome.companiesFile, 'utf8') + readFileSync(outcome.recordsFile, 'utf8');
}

describe('an invented register', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(bytesOf('a', 1)).toBe(bytesOf('b', 1));
    expect(bytesOf('c', 2)).not.toBe(bytesOf('d', 1));
  });

  it('has codes that are all different, right, and none of the demo world', () => {
    const codes = new Set<string>();
    for (let index = 0; index < MAX_INVENTED_COMPANIES; index += 1)
      codes.add(inventedCode(index, 99));
    expect(codes.size).toBe(MAX_INVENTED_COMPANIES);
    let wrong = 0;
    for (const code of codes) if (!hasValidCheckCharacter(code)) wrong++;
    expect(wrong).toBe(0);
    for (let number = 0; number < 10_000; number += 7)
      expect(codes.has(demoCompanyCode(number))).toBe(false);
  });

  it('names only samples, and says its seed', () => {
    const names = bytesOf('names', 3)
      .split('\n')
      .slice(1, 501)
      .map((line) => line.split(',')[1]);
    expect(names.filter((name) => !name?.includes('样例'))).toEqual([]);
    const { stdout } = runAuthority('generate', join(work, 'cli'), '--companies', '3');
    expect(stdout).toMatch(/\nseed \d+\n$/);
    const again = runAuthority('generate', join(work, 'cli'), '--companies', '2097153');
    expect(again).toMatchObject({ status: 64, stderr: expect.stringContaining('to 2097152') });
  });
});
