import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ForgedRole } from '../world/forge-metadata.ts';
import { TEST_DAY, TEST_NOW, TEST_STATUS_LIST } from '../world/test-world.ts';
import { codeOf, openStoreKiosk, type StoreKiosk } from './store-kiosk.ts';

let kiosk: StoreKiosk;
beforeEach(() => {
  kiosk = openStoreKiosk();
});
afterEach(() => kiosk.close());

/** Keeps the repository as it is now, to play it again later. */
function record(name: string): () => void {
  const { repositoryFolder } = kiosk.office;
  const kept = join(kiosk.folder, name);
  cpSync(repositoryFolder, kept, { recursive: true });
  return () => {
    rmSync(repositoryFolder, { recursive: true });
    cpSync(kept, repositoryFolder, { recursive: true });
  };
}

function marksFile(copy: 'a' | 'b'): string {
  return join(kiosk.storeFolder, `marks-${copy}.json`);
}

function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function setVersion(version: number): ForgedRole {
  return { change: (body) => ({ ...body, version }) };
}

async function takeTwoStates(): Promise<() => void> {
  const store = await kiosk.open();
  await kiosk.take(store);
  const replay = record('first');
  kiosk.office.withdraw(7);
  expect(codeOf(await kiosk.take(store))).toBe('committed');
  return replay;
}

describe('an old state played again', () => {
  it('is refused while the marks are whole', async () => {
    const replay = await takeTwoStates();
    replay();
    const store = await kiosk.open();
    expect(codeOf(await kiosk.take(store))).toBe('rolled-back');
    expect(store.current()).toMatchObject({ source: 'current', degraded: [] });
  });

  const losses: [string, () => void][] = [
    ['one copy lost', () => rmSync(marksFile('a'))],
    ['the other lost', () => rmSync(marksFile('b'))],
    ['one copy damaged', () => flipByte(marksFile('a'))],
    ['the other damaged', () => flipByte(marksFile('b'))],
    ['one copy empty', () => writeFileSync(marksFile('a'), '')],
    ['both lost', () => [marksFile('a'), marksFile('b')].forEach((file) => void rmSync(file))],
    ['both damaged', () => [marksFile('a'), marksFile('b')].forEach(flipByte)],
  ];
  it.each(losses)('is refused with %s, and the copies are made good', async (_, lose) => {
    const replay = await takeTwoStates();
    const before = (await kiosk.open()).marks();
    lose();
    const store = await kiosk.open();
    expect(store.notes().map(({ code }) => code)).toContain('wrong-content');
    expect(store.marks()).toEqual(before);
    replay();
    expect(codeOf(await kiosk.take(store))).toBe('rolled-back');
    const again = await kiosk.open();
    expect(again.notes()).toEqual([]);
    expect(existsSync(marksFile('a')) && existsSync(marksFile('b'))).toBe(true);
  });

  it('is refused when both marks and the newest generation are gone, down to the previous', async () => {
    const store = await kiosk.open();
    const replays = [record('zero')];
    for (const index of [1, 2, 3]) {
      kiosk.office.withdraw(index);
      await kiosk.take(store);
      replays.push(record(`state-${index}`));
    }
    rmSync(join(kiosk.storeFolder, 'gen-3'), { recursive: true });
    rmSync(marksFile('a'));
    rmSync(marksFile('b'));
    replays[1]?.();
    const bereft = await kiosk.open();
    expect(codeOf(await kiosk.take(bereft))).toBe('rolled-back');
  });

  it('is noticed when an old generation is put in the place of the newest', async () => {
    await takeTwoStates();
    const newest = join(kiosk.storeFolder, 'gen-2');
    rmSync(newest, { recursive: true });
    cpSync(join(kiosk.storeFolder, 'gen-1'), newest, { recursive: true });
    const store = await kiosk.open();
    const current = store.current();
    expect(current?.degraded.map(({ code }) => code)).toContain('rolled-back');
    expect(store.marks()?.roles.status.version).toBeGreaterThan(current?.versions.status ?? 0);
  });

  it('is noticed when only the old timestamp is put back', async () => {
    const old = readFileSync(join(kiosk.office.repositoryFolder, 'metadata/timestamp.json'));
    await takeTwoStates();
    writeFileSync(join(kiosk.storeFolder, 'gen-2/metadata/timestamp.json'), old);
    const current = (await kiosk.open()).current();
    // Its snapshot is not there, so the whole generation is out.
    expect(current?.source).toBe('previous');
    expect(current?.degraded.map(({ code }) => code)).toEqual(['inconsistent', 'rolled-back']);
  });
});

describe('each role going back', () => {
  const roles = ['timestamp', 'snapshot', 'targets', 'policy', 'status'] as const;

  it.each(roles)('%s: rolled-back', async (role) => {
    const store = await kiosk.open();
    kiosk.office.forge({ [role]: setVersion(50) });
    expect(codeOf(await kiosk.take(store))).toBe('committed');
    kiosk.office.forge({ [role]: setVersion(40) });
    const answer = await kiosk.take(store);
    expect(codeOf(answer)).toBe('rolled-back');
    expect(answer.ok ? '' : answer.failure.subject).toBe(role);
  });

  it('root: rolled-back', async () => {
    const replay = record('before');
    const store = await kiosk.open();
    kiosk.office.rotateRoot();
    await kiosk.take(store);
    replay();
    const staging = await store.beginStaging();
    if (!staging.ok) throw new Error(staging.failure.code);
    rmSync(staging.value.folder, { recursive: true });
    cpSync(kiosk.office.repositoryFolder, staging.value.folder, { recursive: true });
    const currentAsOf = { issuers: TEST_NOW, policy: TEST_NOW, status: TEST_NOW };
    const answer = await store.commit(staging.value, { currentAsOf, now: TEST_NOW });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'rolled-back', subject: 'root' } });
  });

  it('a status list signed before the one held, in newer metadata: rolled-back', async () => {
    const store = await kiosk.open();
    await kiosk.take(store);
    const bytes = kiosk.office.statusList({ signedAt: TEST_NOW - TEST_DAY });
    kiosk.office.forge({ listed: { by: 'status', name: TEST_STATUS_LIST, bytes } });
    const answer = await kiosk.take(store);
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'rolled-back', subject: TEST_STATUS_LIST },
    });
  });
});

describe('after a thief has signed the highest version there is', () => {
  it.each(['timestamp', 'targets', 'policy', 'status'] as const)(
    'the office recovers %s by taking the stolen key away, and not otherwise',
    async (role) => {
      const store = await kiosk.open();
      const honest = record('honest');
      kiosk.office.forge({ [role]: setVersion(Number.MAX_SAFE_INTEGER) });
      expect(codeOf(await kiosk.take(store))).toBe('committed');
      honest();
      kiosk.office.forge({ timestamp: setVersion(9) });
      kiosk.office.forge({ [role]: setVersion(9) });
      expect(codeOf(await kiosk.take(store))).toBe('rolled-back');
      kiosk.office.rotate(role);
      // Snapshot and timestamp have counted on meanwhile; only the stolen role starts over.
      kiosk.office.forge({ snapshot: setVersion(100), timestamp: setVersion(100) });
      expect(codeOf(await kiosk.take(store))).toBe('committed');
    },
  );
});
