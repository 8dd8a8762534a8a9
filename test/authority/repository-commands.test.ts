import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../authority/run-command.ts';
import { openSharedStore } from '../../authority/store/open-store.ts';

const MINUTE = 60_000;
const work = mkdtempSync(join(tmpdir(), 'repository-commands-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

// Without a passphrase, as only a demo office may: deriving a key from one takes its time.
const { AUTHORITY_PASSPHRASE: words = '', ...OPEN } = process.env;
const SEALED = { ...process.env, AUTHORITY_PASSPHRASE: words };

function authority(...args: readonly string[]) {
  return run(args, OPEN);
}

function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['authority/cli.ts', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

const BY_HAND = ['--company', '91310114DEM10RGR32', '--name', '甲样例', '--grade', 'A'];

function signedBy(...args: readonly string[]): unknown {
  const { status, stdout, stderr } = authority(...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout).signed;
}

const template = join(work, 'template');
beforeAll(() => {
  const args = ['init', template, '--suite', 'Ed25519', '--domain', 'demo'];
  expect(authority(...args)).toMatchObject({ status: 0, stderr: '' });
}, MINUTE);

let office: string;
beforeEach(() => {
  office = join(mkdtempSync(join(work, 'case-')), 'office');
  cpSync(template, office, { recursive: true });
});

describe('an office with a repository', () => {
  it('keeps its role keys in three places, for their owner only', () => {
    const names = (place: string) =>
      readdirSync(join(template, place)).map((name) => name.split('-')[0]);
    expect(names('root-keys')).toEqual(['root', 'root', 'root']);
    expect(names('office-keys')).toEqual(['policy', 'targets', 'targets']);
    expect(names('online-keys')).toEqual(['snapshot', 'status', 'timestamp']);
    for (const place of ['root-keys', 'office-keys', 'online-keys']) {
      expect(statSync(join(template, place)).mode & 0o077).toBe(0);
      for (const name of readdirSync(join(template, place)))
        expect(statSync(join(template, place, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('publishes what changed, and says nothing twice', () => {
    const all = { targets: 2, policy: 2, status: 2, snapshot: 2, timestamp: 2 };
    expect(signedBy('publish', office)).toEqual(all);
    expect(signedBy('publish', office)).toEqual({ timestamp: 3 });
    const issued = authority('issue', office, ...BY_HAND, '--json');
    const { number } = JSON.parse(issued.stdout);
    // A certificate begins its list: the next one is there ahead of it.
    expect(signedBy('publish', office)).toEqual({ status: 3, snapshot: 3, timestamp: 4 });
    const reason = ['--certificate', number, '--reason', 'issued-in-error'];
    expect(authority('revoke', office, ...reason).status).toBe(0);
    expect(signedBy('publish', office)).toEqual({ status: 4, snapshot: 4, timestamp: 5 });
    expect(signedBy('publish', office)).toEqual({ timestamp: 6 });
    const policy = JSON.parse(readFileSync(join(office, 'policy.json'), 'utf8'));
    writeFileSync(join(office, 'policy.json'), JSON.stringify({ ...policy, services: [] }));
    expect(authority('publish', office)).toMatchObject({
      status: 1,
      stderr: 'authority: policy.json has changed, so its version has to be above 1, not 1\n',
    });
    writeFileSync(
      join(office, 'policy.json'),
      JSON.stringify({ ...policy, services: [], version: 2 }),
    );
    expect(signedBy('publish', office)).toEqual({ policy: 3, snapshot: 5, timestamp: 7 });
  });

  it('keeps every role key under the passphrase, and says which file it does not open', () => {
    const sealed = join(work, 'sealed');
    expect(run(['init', sealed, '--suite', 'Ed25519'], SEALED).status).toBe(0);
    expect(run(['rotate-root', sealed], SEALED).status).toBe(0);
    for (const place of ['root-keys', 'office-keys', 'online-keys'])
      for (const name of readdirSync(join(sealed, place)))
        expect(readFileSync(join(sealed, place, name), 'utf8')).not.toContain('"secret"');
    const wrong = join(work, 'wrong');
    writeFileSync(wrong, 'none of the right words\n');
    const { status, stdout, stderr } = authority('refresh', sealed, '--passphrase-file', wrong);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^authority: wrong passphrase for .*timestamp-.*\.json.*\n$/);
  });

  it('notes in its journal what it published and which keys it replaced', async () => {
    expect(authority('publish', office, '--by', '张样例', '--why', '首次').status).toBe(0);
    expect(authority('rotate-key', office, 'status').status).toBe(0);
    const store = await openSharedStore(office);
    const entries = await store.journal.entriesAfter(0, -1);
    await store.close();
    expect(entries.map(({ what, subject, who }) => [what, subject, who])).toEqual([
      ['repository-published', 'repository', '张样例'],
      ['role-keys-rotated', 'status', userInfo().username],
    ]);
    expect(JSON.parse(entries[1]?.detail ?? '')).toMatchObject({ revised: { status: 3 } });
  });

  it('refreshes with the online keys alone', () => {
    renameSync(join(office, 'root-keys'), join(office, '..', 'safe'));
    renameSync(join(office, 'office-keys'), join(office, '..', 'desk'));
    expect(signedBy('refresh', office)).toEqual({ timestamp: 2 });
    expect(authority('rotate-root', office)).toMatchObject({
      status: 1,
      stderr: 'authority: root needs 2 of its keys to sign, 0 at hand\n',
    });
    renameSync(join(office, '..', 'desk'), join(office, 'office-keys'));
    expect(authority('publish', office).status).toBe(0);
  });

  it('rotates every role and every root key, and keeps no key out of force', () => {
    const keyFiles = () =>
      ['root-keys', 'office-keys', 'online-keys'].flatMap((place) =>
        readdirSync(join(office, place)),
      );
    const before = keyFiles();
    for (const role of ['targets', 'snapshot', 'timestamp', 'policy', 'status'])
      expect(authority('rotate-key', office, role).status).toBe(0);
    expect(signedBy('rotate-root', office, '--count', '3')).toEqual({ root: 5, timestamp: 7 });
    const after = keyFiles();
    expect(after).toHaveLength(before.length);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    expect(signedBy('publish', office)).toMatchObject({ targets: 5, policy: 3, status: 3 });
  });

  it('leaves keys as they were when a rotation fails', () => {
    const [lost = ''] = readdirSync(join(office, 'root-keys'));
    rmSync(join(office, 'root-keys', lost));
    rmSync(join(office, 'root-keys', readdirSync(join(office, 'root-keys'))[0] ?? ''));
    const before = readdirSync(join(office, 'root-keys'));
    expect(authority('rotate-root', office).status).toBe(1);
    expect(readdirSync(join(office, 'root-keys'))).toEqual(before);
  });

  it.each([
    ['a role that does not exist', ['rotate-key', 'admin'], 64, 'one of root, targets'],
    ['root by the wrong command', ['rotate-key', 'root'], 64, 'rotate-root'],
    ['a key it has not', ['rotate-key', 'status', '--key', 'ab'], 1, 'status has no key ab'],
    ['four root keys', ['rotate-root', '--count', '4'], 64, 'from 0 to 3'],
    ['a port that is none', ['serve', '--port', '70000'], 64, '--port'],
  ] as const)(
    'says in one line what is wrong with %s',
    async (_what, [command, ...rest], status, words) => {
      const answer = await runCommand([command, office, ...rest]);
      expect(answer).toMatchObject({ status, words: '' });
      expect(answer.complaint).toContain(words);
      expect(answer.complaint).not.toContain('\n');
    },
  );

  it('serves its repository', async () => {
    const server = spawn(process.execPath, [
      'authority/cli.ts',
      'serve',
      office,
      '--port',
      '0',
      '--json',
    ]);
    try {
      const [line] = await once(server.stdout, 'data');
      const { url } = JSON.parse(String(line));
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const answer = await fetch(`${url}metadata/1.root.json`);
      expect(answer.status).toBe(200);
      const port = new URL(url).port;
      expect(authority('serve', office, '--port', port)).toMatchObject({ status: 1 });
    } finally {
      server.kill();
    }
  });
});
