import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrustFailureCode } from '../../electron/trust/trust-failure.ts';
import { verifyRepositoryFolder } from '../../electron/trust/verify-repository.ts';
import { openTestRepositoryCopies, type TestRepository } from '../world/test-repository.ts';
import { TEST_DAY, TEST_NOW, TEST_STATUS_LIST } from '../world/test-world.ts';
import { DOCUMENTS } from './verify-attacks-documents.ts';
import { FILES } from './verify-attacks-files.ts';
import { CONNECTIONS } from './verify-attacks-folder.ts';
import { CONTENT, DELEGATIONS } from './verify-attacks-lists.ts';
import { SIGNATURES } from './verify-attacks-signatures.ts';

const ATTACKS = [...DOCUMENTS, ...SIGNATURES, ...CONNECTIONS, ...FILES, ...DELEGATIONS, ...CONTENT];

const makeOffice = openTestRepositoryCopies({ listSize: 1_024 });
let folder: string;
let office: TestRepository;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-repository-'));
  office = makeOffice(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function verify(now: number | 'ignore-expiry' = TEST_NOW) {
  const { repositoryFolder, rootJson } = office;
  return verifyRepositoryFolder({ folder: repositoryFolder, rootJson, now });
}

async function answer(now?: number | 'ignore-expiry'): Promise<'verified' | TrustFailureCode> {
  const verified = await verify(now);
  return verified.ok ? 'verified' : verified.failure.code;
}

describe('a repository as the office publishes it', () => {
  it('is verified, with the versions of every role and the files of the bundle', async () => {
    const verified = await verify();
    if (!verified.ok) throw new Error(JSON.stringify(verified.failure));
    const { versions, expires, bundle, heights, usedPaths } = verified.value;
    expect(versions.root).toBe(1);
    expect(expires.timestamp).toBe(TEST_NOW + TEST_DAY);
    expect([...bundle.statusLists.keys()]).toEqual([TEST_STATUS_LIST]);
    expect(heights.statusSignedAt).toEqual({ [TEST_STATUS_LIST]: TEST_NOW });
    expect(usedPaths).toHaveLength(5 + 3);
  });

  it('is verified from the first root after two rotations of all its keys', async () => {
    for (const count of [2, 1, 2]) office.rotateRoot(count);
    for (const role of ['timestamp', 'snapshot', 'targets', 'policy', 'status'] as const)
      office.rotate(role);
    office.withdraw(9);
    const verified = await verify();
    expect(verified.ok && verified.value.versions.root).toBeGreaterThan(3);
  });

  it('needs only the roots that follow the given one', async () => {
    office.rotateRoot();
    rmSync(join(office.repositoryFolder, 'metadata/1.root.json'));
    expect(await answer()).toBe('verified');
  });

  it('expires with its timestamp, to the second, unless expiry is ignored', async () => {
    expect(await answer(TEST_NOW + TEST_DAY - 1)).toBe('verified');
    expect(await answer(TEST_NOW + TEST_DAY)).toBe('expired');
    expect(await answer('ignore-expiry')).toBe('verified');
    expect(await answer(TEST_NOW + 3_650 * TEST_DAY)).toBe('expired');
  });
});

describe('a repository that is not in order', () => {
  it.each(ATTACKS)('$name: $code', async ({ attack, code, subject }) => {
    attack(office);
    const verified = await verify();
    expect(verified.ok ? 'verified' : verified.failure.code).toBe(code);
    if (subject !== undefined && !verified.ok) expect(verified.failure.subject).toBe(subject);
  });
});
