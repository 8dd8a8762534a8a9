import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyRepositoryFolder } from '../../electron/trust/verify-repository.ts';
import { TEST_DAY, TEST_NOW } from '../world/test-world.ts';
import { allAt, codeOf, openStoreKiosk, type StoreKiosk } from './store-kiosk.ts';

let kiosk: StoreKiosk;
beforeEach(() => {
  kiosk = openStoreKiosk();
});
afterEach(() => kiosk.close());

describe('a trust store', () => {
  it('has nothing at first, and nothing to complain about', async () => {
    const store = await kiosk.open();
    expect(store.current()).toBeUndefined();
    expect(store.notes()).toEqual([]);
  });

  it('takes a state, and has it again after a restart', async () => {
    const store = await kiosk.open();
    expect(codeOf(await kiosk.take(store))).toBe('committed');
    for (const opened of [store, await kiosk.open()]) {
      const current = opened.current();
      expect(current).toMatchObject({ source: 'current', degraded: [] });
      expect(current?.bundle.currentAsOf).toEqual(allAt(TEST_NOW));
      expect(opened.notes()).toEqual([]);
    }
  });

  it('starts with the installer’s set, dated by its signatures alone', async () => {
    const store = await kiosk.open({ factoryFolder: kiosk.office.repositoryFolder });
    const current = store.current();
    expect(current).toMatchObject({ source: 'factory', degraded: [] });
    expect(current?.bundle.currentAsOf).toEqual(allAt(TEST_NOW));
  });

  it('keeps two generations and nothing unfinished', async () => {
    const store = await kiosk.open();
    for (const index of [1, 2, 3, 4]) {
      kiosk.office.withdraw(index);
      expect(codeOf(await kiosk.take(store))).toBe('committed');
    }
    expect(readdirSync(kiosk.storeFolder).sort()).toEqual([
      ...['CURRENT', 'gen-3', 'gen-4', 'marks-a.json', 'marks-b.json'],
    ]);
  });

  it('keeps of a staging folder only what was verified', async () => {
    const store = await kiosk.open();
    for (const index of [1, 2]) {
      kiosk.office.withdraw(index);
      await kiosk.take(store);
    }
    const kept = readdirSync(join(kiosk.storeFolder, 'gen-2/metadata'));
    expect(kept.filter((name) => name.includes('snapshot'))).toHaveLength(1);
    expect(readdirSync(join(kiosk.storeFolder, 'gen-2/targets/status'))).toHaveLength(1);
  });

  it('only dates the state anew when nothing has changed', async () => {
    const store = await kiosk.open();
    await kiosk.take(store);
    const later = TEST_NOW + 3_600;
    expect(codeOf(await kiosk.take(store, later))).toBe('committed');
    expect(readdirSync(kiosk.storeFolder)).not.toContain('gen-2');
    for (const opened of [store, await kiosk.open()]) {
      expect(opened.current()?.bundle.currentAsOf).toEqual(allAt(later));
      expect(opened.marks()?.lastSync).toBe(later);
    }
  });

  it('gives a copy of its state for staging, which verifies as it is', async () => {
    kiosk.office.rotateRoot();
    const store = await kiosk.open();
    await kiosk.take(store);
    const staging = await store.beginStaging();
    if (!staging.ok) throw new Error(staging.failure.code);
    const { rootJson } = kiosk.office;
    const request = { folder: staging.value.folder, rootJson, now: TEST_NOW };
    expect((await verifyRepositoryFolder(request)).ok).toBe(true);
    await store.abandon(staging.value);
    expect(readdirSync(kiosk.storeFolder)).not.toContain('lock');
  });

  it('prefers a newer installer’s set to what it holds', async () => {
    const store = await kiosk.open();
    await kiosk.take(store);
    kiosk.office.setTime(TEST_NOW + TEST_DAY);
    kiosk.office.withdraw(5);
    const updated = await kiosk.open({ factoryFolder: kiosk.office.repositoryFolder });
    expect(updated.current()).toMatchObject({ source: 'factory', degraded: [] });
    expect(updated.current()?.bundle.latestSignedTime).toBe(TEST_NOW + TEST_DAY);
  });
});
