import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The README's section on the office's side, run as it stands there, line by line. */

const MINUTES = 60_000;
const work = mkdtempSync(join(tmpdir(), 'readme-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const PROGRAMS: Readonly<Record<string, string>> = {
  authority: resolve('authority/cli.ts'),
  verify: resolve('electron/command-line/verify.ts'),
};

// A demo office keeps its keys without a passphrase, unless there is one.
const { AUTHORITY_PASSPHRASE: _unused, ...environment } = process.env;

function run(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAMS[program] ?? '', ...args],
    { cwd: work, encoding: 'utf8', env: environment },
  );
  return { status, stdout, stderr };
}

function commandsOfReadme(): string[][] {
  const readme = readFileSync('README.md', 'utf8');
  const section = /\n## The office's side\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('npm run --silent '));
  return lines.map((line) => line.replace(/^npm run --silent (\w+) --/, '$1').split(' '));
}

const TRUST = ['--trust', 'office/repository', '--root', 'office/repository/metadata/1.root.json'];
const judge = (text: string) => {
  const { stdout } = run('verify', ...TRUST, '--json', text);
  return JSON.parse(stdout).code;
};

describe("the office's side, as the README tells it", () => {
  const commands = commandsOfReadme();
  const [serve] = commands.slice(-1);
  const outputs = new Map<string, string>();
  beforeAll(() => {
    for (const [program = '', ...args] of commands.slice(0, -1)) {
      const { status, stdout, stderr } = run(program, ...args);
      const complaints = stderr.split('\n').filter((line) => !/^(?:note: .*)?$/.test(line));
      const command = args.join(' ');
      expect({ command, status, complaints }).toMatchObject({ status: 0, complaints: [] });
      outputs.set(args[0] ?? '', stdout);
    }
  }, 2 * MINUTES);

  it('ends with a server, and every certificate it issued is accepted', () => {
    expect(serve).toEqual(['authority', 'serve', 'office']);
    const texts = readdirSync(join(work, 'office/certificates')).filter((name) =>
      name.endsWith('.txt'),
    );
    const verdicts = outputs.get('--trust')?.match(/^ACCEPTED/gm) ?? [];
    expect(texts.length).toBeGreaterThan(5);
    // Each as text and as picture.
    expect(verdicts).toHaveLength(2 * texts.length);
    // The company that signs in to the portal has something to show there.
    const [, , , visitor = ''] = commands.find(([, command]) => command === 'access-code') ?? [];
    expect(texts.filter((name) => name.startsWith(`${visitor}-`))).toHaveLength(1);
  });

  it('looks up, explains, withdraws: after the next publish terminals refuse', () => {
    const [file = ''] = readdirSync(join(work, 'office/certificates'));
    const [code = '', number = ''] = file.replace(/\.\w+$/, '').split('-');
    const found = run('authority', 'lookup', 'office', code, '--json');
    const { certificate } = JSON.parse(found.stdout);
    expect(certificate).toMatchObject({ number, state: 'valid', grade: 'A+' });
    expect(run('authority', 'explain', 'office', code).stdout).toContain('exemplary');
    const reason = ['--certificate', number, '--reason', 'holder-dissolved'];
    expect(run('authority', 'revoke', 'office', ...reason).status).toBe(0);
    // Nobody knows before it is published.
    expect(judge(certificate.text)).toBe('green-channel');
    expect(run('authority', 'publish', 'office').status).toBe(0);
    expect(judge(certificate.text)).toBe('revoked');
    const again = run('authority', 'issue', 'office', '--company', code, '--again', '--json');
    // The list of its index was published before it was issued.
    expect(judge(JSON.parse(again.stdout).text)).toBe('green-channel');
  });
});
