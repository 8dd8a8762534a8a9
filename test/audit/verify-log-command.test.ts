import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { runVerifyLog } from '../../electron/audit/verify-log-command.ts';
import { AuditFolder } from './audit-folder.ts';

let log: AuditFolder;
beforeEach(async () => {
  log = new AuditFolder();
  await log.fill(2, 3);
});
afterEach(() => log.remove());

describe('verify-log', () => {
  it('proves a whole log and prints the hash to note down', () => {
    const hash = verifyLog(log.folder).last?.hash;
    const { output, exitCode } = runVerifyLog([log.folder]);
    expect(exitCode).toBe(0);
    expect(output).toBe(
      [
        'The log is whole: 9 entries in 2 files.',
        'entries 1 to 9, 2026-06-01 10:00:00 to 2026-06-02 10:00:00 (Shanghai).',
        `Hash of entry 9: ${hash}`,
      ].join('\n'),
    );
    expect(runVerifyLog(['--hash', hash ?? '', log.folder]).exitCode).toBe(0);
  });

  it('names the first line that was changed', () => {
    const file = log.path('audit-000002.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('第 1 条', '第 7 条'));
    const { output, exitCode } = runVerifyLog([log.folder]);
    expect(exitCode).toBe(1);
    expect(output.split('\n')[0]).toBe(
      'The log is NOT whole. audit-000002.jsonl, line 3: this line was changed after it was written.',
    );
    expect(JSON.parse(runVerifyLog(['--json', log.folder]).output)).toMatchObject({
      whole: false,
      last: { sequence: 6 },
      fault: { code: 'changed', file: 'audit-000002.jsonl', line: 3 },
    });
  });

  it.each([
    [[], 64],
    [['--no-such-switch', 'x'], 64],
    [['--hash', 'x', 'y'], 64],
    [['a', 'b'], 64],
    [['/no/such/folder'], 2],
  ])('ends %j with %i', (argv, exitCode) => {
    expect(runVerifyLog(argv).exitCode).toBe(exitCode);
  });

  it('says what it cannot read', () => {
    const { output, exitCode } = runVerifyLog([log.path('audit-000001.jsonl')]);
    expect(exitCode).toBe(2);
    expect(output).toContain('cannot be read');
  });

  it('is a command of its own', () => {
    const cli = join(import.meta.dirname, '../../electron/audit/verify-log-cli.ts');
    const output = execFileSync(process.execPath, [cli, log.folder], { encoding: 'utf8' });
    expect(output).toContain('The log is whole: 9 entries in 2 files.');
  });
});
