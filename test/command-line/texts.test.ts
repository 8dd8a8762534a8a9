import { writeFileSync } from 'node:fs';
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

async function verify(inputs: readonly string[], standardInput: string | Uint8Array = '') {
  const args = ['--trust', office.bundle, '--at', AT, '--json', ...inputs];
  const run = await runVerify(args, standardInput);
  return { ...run, lines: parseLines(run.stdout) };
}

test('a certificate text is judged and never repeated', async () => {
  const { lines, status, stdout, stderr } = await verify([valid, office.issueRevoked()]);
  expect(lines).toEqual([
    { input: 'argument:1', code: 'green-channel' },
    { input: 'argument:2', code: 'revoked' },
  ]);
  expect(status).toBe(1);
  expect(stdout + stderr).not.toContain('PCC1:');
});

test('a newer format is told from other texts', async () => {
  const { lines, status } = await verify(['PCC2:ABC', 'PCC7']);
  expect(lines.map(({ code }) => code)).toEqual(['unsupported-version', 'unsupported-version']);
  expect(status).toBe(2);
});

test('a name that is no file is judged as a text, and that is said', async () => {
  const { lines, status, stderr } = await verify(['no-such-file.png']);
  expect(lines).toEqual([{ input: 'argument:1', code: 'not-a-certificate', kind: 'text' }]);
  expect(status).toBe(3);
  expect(stderr).toMatch(/^verify: no file has the name of INPUT 1.*\n$/);
});

test('every line of standard input gives one verdict', async () => {
  const input = [
    valid,
    `${valid}\r`,
    JSON.stringify(`\u001d${valid}\r\n`),
    '',
    '"not a JSON string',
    '"PCC1:\\ud800"',
    '{"a":1}',
    'https://example.org',
    valid,
  ].join('\n');
  const { lines, status, stderr } = await verify(['-'], input);
  expect(lines.map(({ input: name, code, kind }) => [name, kind ?? code])).toEqual([
    ['-:1', 'green-channel'],
    ['-:2', 'green-channel'],
    ['-:3', 'green-channel'],
    ['-:4', 'empty'],
    ['-:5', 'text'],
    ['-:6', 'malformed'],
    ['-:7', 'text'],
    ['-:8', 'url'],
    ['-:9', 'green-channel'],
  ]);
  expect(status).toBe(3);
  expect(stderr).toBe('');
});

test('what follows the last line end is no line, and nothing at all is no success', async () => {
  expect((await verify(['-'], `${valid}\n`)).lines).toHaveLength(1);
  const nothing = await verify(['-'], '');
  expect(nothing.lines.map(({ error }) => error)).toEqual(['empty-input']);
  expect(nothing.status).toBe(3);
});

test('bytes that are no UTF-8, and a line without end, are judged like any other', async () => {
  const broken = Buffer.from(`PCC1:\xff\xfe\n${'A'.repeat(3_000_000)}\n${valid}\n`, 'latin1');
  const { lines } = await verify(['-'], broken);
  expect(lines.map(({ code }) => code)).toEqual([
    'malformed',
    'not-a-certificate',
    'green-channel',
  ]);
});

test('a text file follows the same rules, with or without byte order mark', async () => {
  const file = join(office.folder, 'PCC1.png');
  writeFileSync(file, `\ufeff${valid}\r\n\r\n${JSON.stringify(valid)}`);
  const { lines } = await verify([file, '-'], valid);
  expect(lines.map(({ input, code }) => [input, code])).toEqual([
    [`${file}:1`, 'green-channel'],
    [`${file}:2`, 'not-a-certificate'],
    [`${file}:3`, 'green-channel'],
    ['-:1', 'green-channel'],
  ]);
});

test('a long list is judged line by line', async () => {
  const many = `${valid}\n`.repeat(2_000);
  const { lines, status } = await verify(['-'], many);
  expect(lines).toHaveLength(2_000);
  expect(status).toBe(0);
});
