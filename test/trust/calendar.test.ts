import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeFetch } from '../../electron/trust/fetch-with-node.ts';
import { syncIntoStore } from '../../electron/trust/sync-into-store.ts';
import { startOfShanghaiDay } from '../../shared/time.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { makeTestWorld, TEST_NOW } from '../world/test-world.ts';
import { openSyncScene, type SyncScene } from './sync-terminal.ts';

/** Times are seconds since 1970 throughout: no zone, no daylight saving, no leap second can move one. */

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

let scene: SyncScene;
let zone: string | undefined;
beforeEach(async () => {
  scene = await openSyncScene();
  zone = process.env.TZ;
});
afterEach(async () => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  await scene.close();
});

/** Synchronises in this very process and does something when the files are on their way. */
async function syncWhile(duringFiles: (clock: { wallMs: number }) => void) {
  const { storeFolder: folder, office, server } = scene;
  const clock = { wallMs: TEST_NOW * 1_000 };
  const port = createNodeFetch({ repository: server.url, stallMs: 5_000 });
  const tell = (step: string): void => {
    if (step === 'files') duringFiles(clock);
  };
  const tools = { port, tell, wallClock: () => clock.wallMs, steadyClock: () => 0 };
  const task = { folder, rootJson: office.rootJson, now: TEST_NOW };
  const outcome = await syncIntoStore(task, tools);
  port.close();
  return outcome.ok ? 'ok' : outcome.failure.code;
}

function offsetInMinutes(time: number): number {
  return new Date(time * 1_000).getTimezoneOffset();
}

describe('daylight saving', () => {
  it.each(ZONES)('a machine set to %s synchronises and judges as any other', async (name) => {
    process.env.TZ = name;
    expect(await scene.sync()).toMatchObject({ ok: true });
    expect(await scene.scan()).toBe('green-channel');
  });

  it('that begins while a synchronisation runs changes nothing', async () => {
    process.env.TZ = 'EST5';
    const before = offsetInMinutes(TEST_NOW);
    const outcome = await syncWhile(() => {
      process.env.TZ = 'EST5EDT';
    });
    expect(offsetInMinutes(TEST_NOW)).toBe(before - 60);
    expect(outcome).toBe('ok');
    expect(await scene.scan()).toBe('green-channel');
  });

  it('neither lets a certificate expire an hour early nor an hour late', () => {
    // One o'clock comes twice in New York on this day: 05:59:59 and 06:00:00 UTC.
    const change = 1_793_512_800;
    const expiresAt = change + 1;
    for (const name of ['America/New_York', 'UTC']) {
      process.env.TZ = name;
      expect(codesAround(expiresAt)).toEqual(['green-channel', 'expired']);
    }
    process.env.TZ = 'America/New_York';
    expect(offsetInMinutes(change)).toBe(offsetInMinutes(change - 1) + 60);
  });
});

describe('leap days and leap seconds', () => {
  it('the 29th of February is a day like any other to certificates', () => {
    const leapDay = startOfShanghaiDay(21_244);
    expect(new Date(leapDay * 1_000).toISOString()).toBe('2028-02-29T16:00:00.000Z');
    expect(codesAround(leapDay)).toEqual(['green-channel', 'expired']);
  });

  it('and to the dates of metadata', async () => {
    const expires = '2028-02-29T23:59:59Z';
    scene.office.forge({ timestamp: { change: (body) => ({ ...body, expires }) } });
    expect(await scene.sync()).toMatchObject({ ok: true });
  });

  it('a second that comes twice does not stop a synchronisation', async () => {
    const repeated = await syncWhile((clock) => {
      clock.wallMs -= 1_000;
    });
    expect(repeated).toBe('ok');
    expect(await scene.scan(TEST_NOW - 1)).toBe('green-channel');
  });
});

/** The verdicts one second before a certificate expires, and when it does. */
function codesAround(expiresAt: number): readonly string[] {
  const world = makeTestWorld({
    currentAsOf: expiresAt - 60,
    status: { signedAt: expiresAt - 60 },
    statusKey: { notAfter: expiresAt + 60 },
  });
  const text = world.issue((request) => ({ ...request, expiresAt }));
  return [expiresAt - 1, expiresAt].map((now) => checkScan(text, world.bundle, now, {}).code);
}
