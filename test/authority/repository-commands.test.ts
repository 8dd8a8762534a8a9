import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const work = mkdtempSync(join(tmpdir(), 'repository-commands-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function authority(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['authority/cli.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function signedBy(...args: readonly string[]): unknown {
  const { status, stdout, stderr } = authority(...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout).signed;
}

let office: string;
beforeEach(() => {
  office = join(mkdtempSync(join(work, 'case-')), 'office');
  expect(authority('init', office, '--suite', 'Ed25519').status).toBe(0);
});

describe('an office with a repository', () => {
  it('keeps its role keys in three places, for their owner only', () => {
    const names = (place: string) =>
      readdirSync(join(office, place)).map((name) => name.split('-')[0]);
    expect(names('root-keys')).toEqual(['root', 'root', 'root']);
    expect(names('office-keys')).toEqual(['policy', 'targets', 'targets']);
    expect(names('online-keys')).toEqual(['snapshot', 'status', 'timestamp']);
    for (const place of ['root-keys', 'office-keys', 'online-keys']) {
      expect(statSync(join(office, place)).mode & 0o077).toBe(0);
      for (const name of readdirSync(join(office, place)))
        expect(statSync(join(office, place, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('publishes what changed, and says nothing twice', () => {
    const all = { targets: 2, policy: 2, status: 2, snapshot: 2, timestamp: 2 };
    expect(signedBy('publish', office)).toEqual(all);
    expect(signedBy('publish', office)).toEqual({ timestamp: 3 });
    const change = { list: 'status/310114-1', index: 5, status: 'revoked', at: 1_800_000_000 };
    appendFileSync(join(office, 'status-changes.jsonl'), `${JSON.stringify(change)}\n`);
    expect(signedBy('publish', office)).toEqual({ status: 3, snapshot: 3, timestamp: 4 });
    expect(signedBy('publish', office)).toEqual({ timestamp: 5 });
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
    expect(signedBy('publish', office)).toEqual({ policy: 3, snapshot: 4, timestamp: 6 });
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
    (_what, [command, ...rest], status, words) => {
      const answer = authority(command, office, ...rest);
      expect(answer.status).toBe(status);
      expect(answer.stderr).toContain(words);
      expect(answer.stderr.trim().split('\n')).toHaveLength(1);
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

  it('explains each command', () => {
    for (const command of ['publish', 'refresh', 'rotate-key', 'rotate-root', 'serve', 'prune'])
      expect(authority(command, '--help')).toMatchObject({ status: 0, stderr: '' });
  });
});
