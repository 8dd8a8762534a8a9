import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { TEST_DAY, TEST_NOW, TEST_STATUS_INDEX } from '../world/test-world.ts';
import { parseLines, runVerify } from './run-verify.ts';

let folder: string;
let office: TestRepository;
let root: string;
let certificate: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-root-'));
  office = makeTestRepository(folder);
  root = join(folder, 'root.json');
  writeFileSync(root, office.rootJson);
  certificate = office.world.issue();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function iso(time: number): string {
  return new Date(time * 1_000).toISOString();
}

async function judge(trust: string, { at = TEST_NOW, extra = ['--root', root] } = {}) {
  const run = await runVerify(['--trust', trust, ...extra, '--at', iso(at), '--json', certificate]);
  const [line] = parseLines(run.stdout);
  return { ...run, code: line?.code };
}

describe('a trust repository folder on the command line', () => {
  it('is judged from the named root, and its data counts as current', async () => {
    const { status, code, stdout, stderr } = await judge(office.repositoryFolder);
    expect({ status, code, stderr }).toEqual({ status: 0, code: 'green-channel', stderr: '' });
    expect(JSON.parse(stdout).trust).toMatchObject({
      ageSeconds: { issuers: 0, policy: 0, status: 0 },
    });
  });

  it('is judged at the time of --at: no trust after its timestamp has expired', async () => {
    const { status, code, stderr } = await judge(office.repositoryFolder, {
      at: TEST_NOW + TEST_DAY,
    });
    expect({ status, code }).toEqual({ status: 2, code: 'trust-missing' });
    expect(stderr).toContain('expired (timestamp');
  });

  it('gives no trust without a root, and says what is missing', async () => {
    const { status, code, stderr } = await judge(office.repositoryFolder, { extra: [] });
    expect({ status, code }).toEqual({ status: 2, code: 'trust-missing' });
    expect(stderr).toContain('--root');
  });

  it('gives no trust from a root that cannot be read', async () => {
    const extra = ['--root', join(folder, 'nowhere.json')];
    const { code, stderr } = await judge(office.repositoryFolder, { extra });
    expect(code).toBe('trust-missing');
    expect(stderr).toContain('nowhere.json');
  });

  it('gives no trust from the root of another office', async () => {
    const other = makeTestRepository(join(folder, 'other'), { listSize: 1_024 });
    const otherRoot = join(folder, 'other-root.json');
    writeFileSync(otherRoot, other.rootJson);
    const { code, stderr } = await judge(office.repositoryFolder, { extra: ['--root', otherRoot] });
    expect(code).toBe('trust-missing');
    expect(stderr).toContain('bad-signatures');
  });

  it('gives no trust when a byte of it was changed', async () => {
    const copy = join(folder, 'copy');
    cpSync(office.repositoryFolder, copy, { recursive: true });
    writeFileSync(join(copy, 'metadata/timestamp.json'), '<html>Please log in</html>');
    const { code, stderr } = await judge(copy);
    expect(code).toBe('trust-missing');
    expect(stderr).toContain('malformed-metadata (timestamp');
  });

  it('gives no trust when its metadata folder is empty', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(join(empty, 'metadata'), { recursive: true });
    const { code, stderr } = await judge(empty);
    expect(code).toBe('trust-missing');
    expect(stderr).toContain('not-a-repository');
  });

  it('knows what was withdrawn, after every key was replaced', async () => {
    const copy = join(folder, 'rotated');
    const rotating = makeTestRepository(copy, { world: office.world });
    const first = join(folder, 'first-root.json');
    writeFileSync(first, rotating.rootJson);
    rotating.rotateRoot(2);
    rotating.rotateRoot(2);
    for (const role of ['timestamp', 'snapshot', 'targets', 'policy', 'status'] as const)
      rotating.rotate(role);
    rotating.withdraw(TEST_STATUS_INDEX);
    const { status, code } = await judge(rotating.repositoryFolder, { extra: ['--root', first] });
    expect({ status, code }).toEqual({ status: 1, code: 'revoked' });
  });
});
