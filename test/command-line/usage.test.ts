import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AT, type Office, openOffice } from './office.ts';
import { parseLines, runVerify } from './run-verify.ts';

// Each run starts a program, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 30_000 });

let office: Office;
let valid = '';

beforeAll(() => {
  office = openOffice();
  valid = office.issue();
});
afterAll(() => office.close());

test.each([
  [[], 'no INPUT given'],
  [['--unknown', 'x'], "Unknown option '--unknown'"],
  [['--at'], "Option '--at <value>' argument missing"],
  [['--json=yes', 'x'], "Option '--json' does not take an argument"],
  [['--at', '2026-02-30T00:00:00Z', 'x'], '--at: there is no such time'],
  [['--at', '2026-02-03', 'x'], 'needs a time with a zone'],
  [['--at', '2026-02-03T10:00:00', 'x'], 'needs a time with a zone'],
  [['--at', 'yesterday', 'x'], 'is no time'],
  [['--hall', '', 'x'], '--hall is empty'],
  [['-', '-'], 'standard input (-) can be read only once'],
  [['--json', ''], 'an INPUT is empty'],
])('wrong usage %j is refused with one clear line', async (args, message) => {
  const { status, stdout, stderr } = await runVerify(args);
  expect(stderr.split('\n')).toEqual([
    expect.stringContaining(message),
    expect.stringContaining('--help'),
    '',
  ]);
  expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
});

test('help is no error', async () => {
  const { status, stdout } = await runVerify(['--help']);
  expect(stdout).toContain('Usage: verify');
  expect(status).toBe(0);
});

test('without a usable bundle nothing is decided, and the reason is said', async () => {
  const damaged = join(office.folder, 'damaged');
  cpSync(office.bundle, damaged, { recursive: true });
  writeFileSync(join(damaged, 'policy.json'), '{"version": 1}');
  const half = join(office.folder, 'half');
  mkdirSync(half);
  copyFileSync(join(office.bundle, 'issuers.json'), join(half, 'issuers.json'));
  const cases = [
    [['--trust', damaged], 'policy: wrong-form at domain'],
    [['--trust', half], 'no readable policy.json'],
    [['--trust', join(office.folder, 'nowhere')], 'no readable issuers.json'],
    [[], 'name its folder with --trust'],
  ] as const;
  for (const [args, reason] of cases) {
    const { status, stdout, stderr } = await runVerify([...args, '--at', AT, '--json', valid]);
    expect(parseLines(stdout).map(({ code }) => code)).toEqual(['trust-missing']);
    expect(stderr).toContain(reason);
    expect(status).toBe(2);
  }
});

test('the time judges: expired later, and by the clock without --at', async () => {
  const judge = async (...args: string[]) => {
    const { stdout } = await runVerify(['--trust', office.bundle, '--json', ...args, valid]);
    return parseLines(stdout).map(({ code }) => code);
  };
  expect(await judge('--at', '2026-06-01T02:00:00.999Z')).toEqual(['green-channel']);
  expect(await judge('--at', '2030-01-01T00:00:00Z')).toEqual(['expired']);
  expect(await judge('--at', '2020-01-01T00:00:00Z')).toEqual(['clock-implausible']);
});

test('words for people name company, grade, validity and services, and cannot steer a terminal', async () => {
  const credit = {
    holderName: '上海\u001b]0;x\u0007\u202e样例',
    grade: 'A',
    evaluated: 20_000,
    lists: [],
  };
  const args = ['--trust', office.bundle, '--at', AT];
  const { stdout } = await runVerify([...args, valid, office.issue({ credit })]);
  expect(stdout).toMatch(/^ACCEPTED {2}green-channel {2}argument:1$/m);
  expect(stdout).toMatch(/^ {2}Company {8}上海样例精密机械有限公司$/m);
  expect(stdout).toMatch(/^ {2}Grade {10}A {2}Excellent 优秀$/m);
  expect(stdout).toMatch(/^ {2}Valid {10}2026-05-22 10:00:00 \(Asia\/Shanghai\) to 2026-09-09 /m);
  expect(stdout).toMatch(/^ {2}Green channel {2}Company registration 企业登记注册, window 3$/m);
  expect(stdout).toMatch(/^ {2}Standard {7}Industry support funds .*: not for this grade$/m);
  expect(['\u001b', '\u0007', '\u202e'].filter((mark) => stdout.includes(mark))).toEqual([]);
});

test('a reader that stops early is no error worth a message', async () => {
  const entry = join(import.meta.dirname, '../../electron/command-line/verify.ts');
  const child = spawn(process.execPath, [entry, '--trust', office.bundle, '--json', '-']);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => {});
  child.stdin.write(`${valid}\n`.repeat(20_000));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [status] = await once(child, 'exit');
  expect({ status, stderr }).toEqual({ status: 141, stderr: '' });
});
