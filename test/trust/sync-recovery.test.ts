import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeFetch } from '../../electron/trust/fetch-with-node.ts';
import { syncIntoStore } from '../../electron/trust/sync-into-store.ts';
import { TEST_DAY, TEST_NOW, TEST_STATUS_INDEX } from '../world/test-world.ts';
import { openSynchronisedScene, type SyncScene } from './sync-terminal.ts';

let scene: SyncScene;
beforeEach(async () => {
  scene = await openSynchronisedScene();
});
afterEach(() => scene.close());

const GOOD = { ok: true, value: { changed: true } };
const failed = (code: string) => ({ ok: false, failure: { code } });
const YEARS = 10 * 365 * TEST_DAY;

describe('a terminal that was away', () => {
  it('follows two rotations of the root, all keys replaced each time', async () => {
    scene.office.rotateRoot();
    scene.office.rotateRoot();
    scene.office.withdraw(TEST_STATUS_INDEX);
    expect(await scene.sync()).toEqual(GOOD);
    expect(scene.server.takeRequests()).toContain('metadata/4.root.json');
    expect(await scene.scan()).toBe('revoked');
    expect((await scene.openStore()).current()?.versions.root).toBe(3);
    // The roots are held: next time only the one that is not there is asked for.
    scene.server.takeRequests();
    expect(await scene.sync()).toMatchObject({ ok: true });
    expect(scene.server.takeRequests()).toEqual([
      'metadata/4.root.json',
      'metadata/timestamp.json',
    ]);
  });

  it.each(['timestamp', 'snapshot', 'targets', 'policy', 'status'] as const)(
    'follows a new key of %s',
    async (role) => {
      scene.office.rotate(role);
      scene.office.withdraw(TEST_STATUS_INDEX);
      expect(await scene.sync()).toEqual(GOOD);
      expect(await scene.scan()).toBe('revoked');
    },
  );
});

describe('whoever stole the key of the timestamp', () => {
  it('can lock a terminal with the highest version, until the office takes the key away', async () => {
    const { office } = scene;
    const file = join(office.repositoryFolder, 'metadata/timestamp.json');
    const honest = readFileSync(file);
    const change = (body: { version: number }) => ({ ...body, version: Number.MAX_SAFE_INTEGER });
    office.forge({ timestamp: { change } });
    expect(await scene.sync()).toMatchObject({ ok: true });
    writeFileSync(file, honest);
    expect(await scene.sync()).toMatchObject(failed('rolled-back'));
    expect(await scene.scan()).toBe('green-channel');
    office.rotate('timestamp');
    office.withdraw(TEST_STATUS_INDEX);
    expect(await scene.sync()).toEqual(GOOD);
    expect(await scene.scan()).toBe('revoked');
  });

  it('cannot bring an old state back to a terminal that lost its own timestamp', async () => {
    const { office } = scene;
    const old = readFileSync(join(office.repositoryFolder, 'metadata/timestamp.json'));
    office.withdraw(TEST_STATUS_INDEX);
    expect(await scene.sync()).toEqual(GOOD);
    // tuf-js alone takes the old one then: the marks remember.
    writeFileSync(join(scene.storeFolder, 'gen-2/metadata/timestamp.json'), '');
    writeFileSync(join(office.repositoryFolder, 'metadata/timestamp.json'), old);
    expect(await scene.sync()).toMatchObject(failed('rolled-back'));
  });
});

describe('the clock', () => {
  it.each([
    ['back by an hour', -3_600, 'clock-implausible'],
    ['back by a day', -TEST_DAY, 'clock-implausible'],
    ['back by ten years', -YEARS, 'clock-implausible'],
    ['ahead by two days', 2 * TEST_DAY, 'expired'],
    ['ahead by ten years', YEARS, 'expired'],
  ])('set %s: refused by name, and good again when it is right', async (_, seconds, code) => {
    const before = scene.generations();
    expect(await scene.sync({ now: TEST_NOW + seconds })).toMatchObject(failed(code));
    expect(scene.generations()).toEqual(before);
    expect(await scene.sync()).toMatchObject({ ok: true });
    expect(await scene.scan()).toBe('green-channel');
  });

  it('behind by five minutes is within the tolerance', async () => {
    expect(await scene.sync({ now: TEST_NOW - 299 })).toMatchObject({ ok: true });
  });

  it.each([
    ['a second', 1, 'ok'],
    ['back by an hour', -3_600, 'clock-implausible'],
    ['ahead by a day', TEST_DAY, 'clock-implausible'],
    ['back by ten years', -YEARS, 'clock-implausible'],
  ])('set %s while a synchronisation runs', async (_, seconds, expected) => {
    const { storeFolder: folder, office, server } = scene;
    office.withdraw(TEST_STATUS_INDEX);
    const before = scene.generations();
    let wall = TEST_NOW * 1_000;
    const port = createNodeFetch({ repository: server.url, stallMs: 5_000 });
    const tell = (step: string): void => {
      if (step === 'files') wall += seconds * 1_000;
    };
    const tools = { port, tell, wallClock: () => wall, steadyClock: () => 0 };
    const outcome = await syncIntoStore(
      { folder, rootJson: office.rootJson, now: TEST_NOW },
      tools,
    );
    port.close();
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(expected);
    if (!outcome.ok) expect(scene.generations()).toEqual(before);
    expect(await scene.sync()).toMatchObject({ ok: true });
    expect(await scene.scan()).toBe('revoked');
  });
});

describe('thirty days without a network', () => {
  it('pass every limit of freshness, and one synchronisation makes all good again', async () => {
    const { freshness } = scene.office.world.policy;
    const { noticeAfter, noGreenChannelAfter, refuseAfter } = freshness.status;
    expect(refuseAfter).toBeLessThanOrEqual(30 * TEST_DAY);
    const verdictAfter = (seconds: number) => scene.scan(TEST_NOW + seconds);
    expect(await verdictAfter(noticeAfter)).toBe('green-channel');
    expect(await verdictAfter(noGreenChannelAfter)).toBe('green-channel');
    expect(await verdictAfter(noGreenChannelAfter + 1)).toBe('standard-service');
    expect(await verdictAfter(refuseAfter)).toBe('standard-service');
    expect(await verdictAfter(refuseAfter + 1)).toBe('trust-too-old');
    const now = TEST_NOW + 31 * TEST_DAY;
    scene.office.setTime(now);
    scene.office.publish();
    scene.office.refresh();
    expect(await scene.sync({ now })).toMatchObject({ ok: true });
    expect(await scene.scan(now)).toBe('green-channel');
  });
});
