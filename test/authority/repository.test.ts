import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRepository } from '../../authority/repository/check-repository.ts';
import {
  MAX_TARGETS,
  MAX_TOTAL_TARGET_BYTES,
  METADATA_LIMITS,
} from '../../authority/repository/client-limits.ts';
import { draftRevision } from '../../authority/repository/draft-revision.ts';
import { pruneRepository } from '../../authority/repository/prune.ts';
import { publish } from '../../authority/repository/publish.ts';
import { expiryOf, keysOfRole, refresh } from '../../authority/repository/refresh.ts';
import { folderReader, newestRootVersion } from '../../authority/repository/repository-files.ts';
import { readRepositoryState } from '../../authority/repository/repository-state.ts';
import { generateSigner, keyRingOf } from '../../authority/repository/role-signer.ts';
import { ROLES } from '../../authority/repository/roles.ts';
import { rotateKeys, rotationOf } from '../../authority/repository/rotate.ts';
import {
  MAX_TOTAL_TARGET_BYTES as KIOSK_MAX_TOTAL_TARGET_BYTES,
  MAX_METADATA_BYTES,
  MAX_TARGETS_PER_ROLE,
} from '../../electron/trust/limits.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { jsonBytes, TEST_DAY, TEST_NOW, TEST_STATUS_LIST } from '../world/test-world.ts';

const work = mkdtempSync(join(tmpdir(), 'repository-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let repository: TestRepository;
let folder: string;
beforeEach(() => {
  repository = makeTestRepository(mkdtempSync(join(work, 'case-')));
  folder = repository.repositoryFolder;
});

function check(now = TEST_NOW): void {
  checkRepository(folderReader(folder), { rootVersion: newestRootVersion(folder), now });
}

function contentOf(path: string): string {
  const files = readdirSync(path, { recursive: true, withFileTypes: true });
  const names = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return JSON.stringify(names.sort().map((name) => [name, readFileSync(name, 'base64')]));
}

describe('a repository', () => {
  it('signs anew only what changed', () => {
    expect(repository.publish()).toEqual({ timestamp: 3 });
    expect(repository.withdraw(5)).toEqual({ status: 3, snapshot: 3, timestamp: 4 });
    const change = { policy: (policy: typeof repository.world.policy) => policy };
    expect(repository.publish(change)).toEqual({ policy: 3, snapshot: 4, timestamp: 5 });
    expect(repository.rotate('timestamp')).toEqual({ root: 2, timestamp: 6 });
    expect(repository.rotate('snapshot')).toEqual({ root: 3, snapshot: 5, timestamp: 7 });
    expect(repository.rotate('targets')).toMatchObject({ root: 4, targets: 3, snapshot: 6 });
    expect(repository.rotate('policy')).toEqual({
      targets: 4,
      policy: 4,
      snapshot: 7,
      timestamp: 9,
    });
    expect(repository.rotateRoot()).toEqual({ root: 5, timestamp: 10 });
    expect(repository.publish()).toEqual({ timestamp: 11 });
  });

  it('has the keys, thresholds and expiry that terminals are told', () => {
    const state = readRepositoryState(folder);
    const table = ROLES.map((role) => {
      const { keyids, threshold } = keysOfRole(state, role);
      return [role, keyids.length, threshold, (expiryOf(state, role) - TEST_NOW) / TEST_DAY];
    });
    expect(table).toEqual([
      ['root', 3, 2, 365],
      ['targets', 2, 1, 90],
      ['snapshot', 1, 1, 7],
      ['timestamp', 1, 1, 1],
      ['policy', 1, 1, 90],
      ['status', 1, 1, 7],
    ]);
  });

  it('renews with the online keys alone what is past half of its life', () => {
    const { status, snapshot, timestamp } = repository.keys;
    const keys = keyRingOf([...status, ...snapshot, ...timestamp]);
    expect(refresh({ folder, keys }, TEST_NOW + 3 * TEST_DAY)).toEqual({ timestamp: 3 });
    expect(refresh({ folder, keys }, TEST_NOW + 4 * TEST_DAY)).toEqual({
      status: 3,
      snapshot: 3,
      timestamp: 4,
    });
    // Nobody else can: the office has to come with its keys before the ninety days are over.
    const late = { folder, keys };
    expect(() => refresh(late, TEST_NOW + 91 * TEST_DAY)).toThrow(/targets is expired/);
  });

  it('keeps old files for kiosks in the middle of a synchronisation, then prunes them', () => {
    repository.withdraw(5);
    expect(pruneRepository(folder, 0)).toEqual([]);
    const removed = pruneRepository(folder, Math.floor(Date.now() / 1000) + 60);
    expect(removed).toHaveLength(7);
    check();
    expect(repository.publish()).toEqual({ timestamp: 4 });
  });

  it('writes nothing the kiosk would find too large', () => {
    expect(METADATA_LIMITS).toEqual(MAX_METADATA_BYTES);
    expect(MAX_TARGETS).toBe(MAX_TARGETS_PER_ROLE);
    expect(MAX_TOTAL_TARGET_BYTES).toBe(KIOSK_MAX_TOTAL_TARGET_BYTES);
  });

  it('is whole for readers when a publish was cut short before its last step', () => {
    const before = mkdtempSync(join(work, 'before-'));
    cpSync(folder, before, { recursive: true });
    repository.withdraw(5);
    // Everything but the last rename has happened.
    cpSync(join(before, 'metadata/timestamp.json'), join(folder, 'metadata/timestamp.json'));
    check();
    expect(readRepositoryState(folder).published.targets.status.version).toBe(2);
    expect(repository.withdraw(6)).toEqual({ status: 3, snapshot: 3, timestamp: 3 });
    check();
  });

  it.each(ROLES)('is whole after every single step of a rotation of %s', (role) => {
    const former = repository.keys[role];
    const next = former.map(generateSigner);
    const keys = keyRingOf([...Object.values(repository.keys).flat(), ...next]);
    const state = readRepositoryState(folder);
    const remove = former.map(({ keyId }) => keyId);
    const revision = rotationOf(state, { role, remove, add: next }, TEST_NOW);
    const { files } = draftRevision({ keys, state, revision, now: TEST_NOW });
    const inPlace = new Map<string, Uint8Array>();
    let rootVersion = state.root.version;
    for (const [path, bytes] of files) {
      inPlace.set(path, bytes);
      if (path.endsWith('.root.json')) rootVersion++;
      checkRepository(folderReader(folder, inPlace), { rootVersion, now: TEST_NOW });
    }
    expect(rootVersion).toBe(role === 'policy' || role === 'status' ? 1 : 2);
  });

  it('mends a file that was damaged on the disk', () => {
    const { targets } = readRepositoryState(folder).published.targets.targets;
    const file = join(folder, `targets/${targets['issuers.json']?.hashes.sha256}.issuers.json`);
    writeFileSync(file, '{}');
    expect(() => check()).toThrow(/issuers.json differs/);
    repository.publish();
    check();
  });
});

describe('refuses to publish', () => {
  const garbage = new TextEncoder().encode('{"version": 9}');
  it.each([
    ['a name no verifier looks for', { 'status/../../x': garbage }, /not a name/],
    ['a list nobody signed', { 'status/other': garbage }, /ignore status\/other: malformed/],
    ['issuers that are none', { 'issuers.json': garbage }, /refuse issuers: wrong-form/],
  ] as const)('%s', (_what, files, message) => {
    const before = contentOf(folder);
    expect(() => repository.publish({ files })).toThrow(message);
    expect(contentOf(folder)).toBe(before);
  });

  it('a set without a policy', () => {
    const office = { folder, keys: keyRingOf(Object.values(repository.keys).flat()) };
    const issuers = jsonBytes(repository.world.issuers);
    const publishing = () => publish(office, new Map([['issuers.json', issuers]]), TEST_NOW);
    expect(publishing).toThrow(/policy.json is missing/);
  });

  it('a changed document under an old version', () => {
    const policy = new TextEncoder().encode(
      JSON.stringify({ ...repository.world.policy, services: [] }),
    );
    expect(() => repository.publish({ files: { 'policy.json': policy } })).toThrow(
      /policy.json has changed, so its version has to be above 7/,
    );
  });

  it('more lists than clients take', () => {
    const names = Array.from({ length: 501 }, (_, index) => `status/310114-${index + 2}`);
    const files = Object.fromEntries(
      names.map((name) => [name, repository.statusList({ name })] as const),
    );
    expect(() => repository.publish({ files })).toThrow(/status: too-many-lists/);
  });
});

describe('refuses to rotate', () => {
  const held = (...roles: readonly (typeof ROLES)[number][]) => ({
    folder,
    keys: keyRingOf(roles.flatMap((role) => repository.keys[role])),
  });
  const idsOf = (role: (typeof ROLES)[number]) => repository.keys[role].map(({ keyId }) => keyId);

  it('root with one of its old keys', () => {
    const [only] = repository.keys.root;
    const keys = keyRingOf([...(only ? [only] : []), ...repository.keys.timestamp]);
    const rotation = {
      role: 'root',
      remove: idsOf('root').slice(1),
      add: [generateSigner(), generateSigner()],
    } as const;
    expect(() => rotateKeys({ folder, keys }, rotation, TEST_NOW)).toThrow(
      /root needs 2 of its keys/,
    );
  });

  it('to fewer keys, to a key it has not, to a key of another role', () => {
    const all = held(...ROLES);
    const remove = idsOf('snapshot');
    expect(() => rotateKeys(all, { role: 'snapshot', remove, add: [] }, TEST_NOW)).toThrow(
      /1 keys/,
    );
    const stranger = { role: 'snapshot', remove: ['ab'], add: [generateSigner()] } as const;
    expect(() => rotateKeys(all, stranger, TEST_NOW)).toThrow(/snapshot has no key ab/);
    const add = repository.keys.timestamp;
    expect(() => rotateKeys(all, { role: 'snapshot', remove, add }, TEST_NOW)).toThrow(/two roles/);
    check();
  });

  it('to one public key under two key ids', () => {
    const signer = generateSigner();
    const add = [signer, { ...signer, keyId: 'f'.repeat(64) }];
    const rotation = { role: 'targets', remove: idsOf('targets'), add } as const;
    expect(() => rotateKeys(held(...ROLES), rotation, TEST_NOW)).toThrow(/under two key ids/);
    check();
  });
});

describe('the check that guards every change', () => {
  it.each([
    [
      'expired at birth',
      { status: { change: expiring('2020-01-01T00:00:00Z') } },
      /status is expired/,
    ],
    [
      'without a time',
      { policy: { change: expiring('garbage') } },
      /policy: Failed to parse expires/,
    ],
    ['of version -1', { targets: { change: versioned(-1) } }, /version must be at least 1/],
    ['too large', { snapshot: { change: padded(70_000) } }, /clients take 65536/],
    [
      'with a list that is not its own',
      { listed: { by: 'policy', name: TEST_STATUS_LIST, bytes: new Uint8Array(9) } },
      /policy may not list status/,
    ],
    ['signed by nobody', { root: { signers: [] } }, /root: root was signed by 0\/2 keys/],
  ] as const)('finds metadata %s', (_what, forgery, message) => {
    repository.forge(forgery);
    expect(() => check()).toThrow(message);
  });
});

type Change = (body: Record<string, unknown> & { version: number }) => typeof body;

function expiring(expires: string): Change {
  return (body) => ({ ...body, expires });
}
function versioned(version: number): Change {
  return (body) => ({ ...body, version });
}
function padded(length: number): Change {
  return (body) => ({ ...body, padding: 'x'.repeat(length) });
}
