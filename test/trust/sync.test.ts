import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_STATUS_INDEX } from '../world/test-world.ts';
import { openSyncScene, type SyncScene } from './sync-terminal.ts';

let scene: SyncScene;
beforeEach(async () => {
  scene = await openSyncScene();
});
afterEach(() => scene.close());

describe('a synchronisation', () => {
  it('brings everything to a terminal that has nothing', async () => {
    expect(await scene.scan()).toBe('trust-missing');
    expect(await scene.sync()).toEqual({ ok: true, value: { changed: true } });
    expect(await scene.scan()).toBe('green-channel');
  });

  it('asks twice when nothing is new, and says so', async () => {
    await scene.sync();
    scene.server.takeRequests();
    expect(await scene.sync()).toEqual({ ok: true, value: { changed: false } });
    expect(scene.server.takeRequests()).toEqual([
      'metadata/2.root.json',
      'metadata/timestamp.json',
    ]);
  });

  it('fetches only what changed when a certificate is withdrawn', async () => {
    await scene.sync();
    scene.server.takeRequests();
    scene.office.withdraw(TEST_STATUS_INDEX);
    expect(await scene.sync()).toEqual({ ok: true, value: { changed: true } });
    expect(scene.server.takeRequests().map((path) => path.replace(/[0-9a-f]{64}/, 'HASH'))).toEqual(
      [
        'metadata/2.root.json',
        'metadata/timestamp.json',
        expect.stringMatching(/\.snapshot\.json$/),
        expect.stringMatching(/\.status\.json$/),
        'targets/status/HASH.310114-1',
      ],
    );
    expect(await scene.scan()).toBe('revoked');
  });
});
