import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  exportRepository,
  importRepository,
  previewImport,
} from '../../electron/trust/trust-store-transfer.ts';
import { TEST_DAY, TEST_NOW, TEST_STATUS_LIST } from '../world/test-world.ts';
import { allAt, codeOf, openStoreKiosk, type StoreKiosk } from './store-kiosk.ts';

const TEN_YEARS = 3_652 * TEST_DAY;

let kiosk: StoreKiosk;
beforeEach(() => {
  kiosk = openStoreKiosk();
});
afterEach(() => kiosk.close());

describe('the clock', () => {
  it.each([
    ['back by a day', -TEST_DAY, 'clock-implausible'],
    ['back by ten years', -TEN_YEARS, 'clock-implausible'],
    ['back to 1970', -TEST_NOW, 'clock-implausible'],
    ['back by 301 seconds', -301, 'clock-implausible'],
    ['back by 300 seconds', -300, 'committed'],
    ['forward by an hour', 3_600, 'committed'],
    ['forward by a day', TEST_DAY, 'expired'],
    ['forward by ten years', TEN_YEARS, 'expired'],
  ])('%s: %i s, %s, and nothing is lost', async (_, shift, code) => {
    const store = await kiosk.open();
    await kiosk.take(store);
    const before = readdirSync(kiosk.storeFolder).sort();
    const bundle = store.current()?.bundle;
    expect(codeOf(await kiosk.take(store, TEST_NOW + shift))).toBe(code);
    expect(readdirSync(kiosk.storeFolder).sort()).toEqual(before);
    const current = (await kiosk.open()).current();
    expect(current).toMatchObject({ source: 'current', degraded: [] });
    expect(current?.bundle.statusLists.size).toBe(bundle?.statusLists.size);
    // When it is right again everything works as before.
    kiosk.office.withdraw(3);
    if (code !== 'committed') expect(codeOf(await kiosk.take(store))).toBe('committed');
  });

  it('set back is noticed with the marks alone, after a restart, without any network', async () => {
    await kiosk.take(await kiosk.open(), TEST_NOW + 7_200);
    const store = await kiosk.open();
    expect(codeOf(await kiosk.take(store, TEST_NOW + 600))).toBe('clock-implausible');
  });

  it('refuses what was signed more than 300 s in the future', async () => {
    const store = await kiosk.open();
    const bytes = kiosk.office.statusList({ signedAt: TEST_NOW + 301 });
    kiosk.office.forge({ listed: { by: 'status', name: TEST_STATUS_LIST, bytes } });
    expect(codeOf(await kiosk.take(store))).toBe('clock-implausible');
    expect(codeOf(await kiosk.take(store, TEST_NOW + 1))).toBe('committed');
  });

  it('makes no data current later than now, or than its timestamp vouches for', async () => {
    const store = await kiosk.open();
    const staging = await store.beginStaging();
    if (!staging.ok) throw new Error(staging.failure.code);
    cpSync(kiosk.office.repositoryFolder, staging.value.folder, { recursive: true });
    const currentAsOf = allAt(TEST_NOW + TEN_YEARS);
    await store.commit(staging.value, { currentAsOf, now: TEST_NOW });
    expect(store.current()?.bundle.currentAsOf).toEqual(allAt(TEST_NOW));
  });
});

describe('a repository on a stick', () => {
  it('goes from one terminal to the next, with versions and dates shown before', async () => {
    kiosk.office.rotateRoot();
    const store = await kiosk.open();
    await kiosk.take(store);
    const stick = join(kiosk.folder, 'stick');
    expect(await exportRepository(store, stick)).toMatchObject({ ok: true, value: { root: 2 } });
    const next = await kiosk.open({ folder: join(kiosk.folder, 'next') });
    const preview = await previewImport(next, stick, TEST_NOW + 60);
    expect(preview).toMatchObject({
      ok: true,
      value: { signedAt: TEST_NOW, issuersVersion: 3, policyVersion: 7, domain: 'production' },
    });
    expect(next.current()).toBeUndefined();
    const imported = await importRepository(next, stick, TEST_NOW + 60);
    expect(imported).toMatchObject({ ok: true, value: { source: 'current', degraded: [] } });
    expect(next.current()?.bundle.currentAsOf).toEqual(allAt(TEST_NOW + 60));
    expect(next.current()?.versions).toEqual(store.current()?.versions);
  });

  it('is refused when it is older than what is held, expired, or none', async () => {
    const store = await kiosk.open();
    await kiosk.take(store);
    const stick = join(kiosk.folder, 'stick');
    await exportRepository(store, stick);
    kiosk.office.withdraw(4);
    await kiosk.take(store);
    for (const [folder, now, code] of [
      [stick, TEST_NOW, 'rolled-back'],
      [kiosk.office.repositoryFolder, TEST_NOW + TEST_DAY, 'expired'],
      [join(kiosk.folder, 'nothing'), TEST_NOW, 'not-a-repository'],
      [kiosk.office.repositoryFolder, TEST_NOW - TEST_DAY, 'clock-implausible'],
    ] as const) {
      for (const answer of [
        await previewImport(store, folder, now),
        await importRepository(store, folder, now),
      ]) {
        expect(answer).toMatchObject({ ok: false, failure: { code } });
      }
    }
    expect(store.current()).toMatchObject({ source: 'current', degraded: [] });
  });

  it('cannot be written while there is nothing to write', async () => {
    const answer = await exportRepository(await kiosk.open(), join(kiosk.folder, 'stick'));
    expect(answer.ok).toBe(false);
  });
});
