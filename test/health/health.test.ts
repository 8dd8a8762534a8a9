import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { millisecondsUntil } from '../../electron/health/daily-restart.ts';
import { createHealth } from '../../electron/health/health.ts';
import { createHeartbeat, LOOK_EVERY_MS } from '../../electron/health/heartbeat.ts';
import { lookAround } from '../../electron/health/surroundings.ts';
import { createStaffWorld } from '../staff/staff-world.ts';

const HOUR_MS = 3_600_000;

describe('the daily restart', () => {
  it.each([
    ['later today', 4, '2026-11-25T03:00:00', 1],
    ['tomorrow, when the hour is over', 4, '2026-11-25T05:00:00', 23],
    ['tomorrow, on the hour itself', 4, '2026-11-25T04:00:00', 24],
    ['over the end of a month', 0, '2026-11-30T23:00:00', 1],
  ])('is due %s', (_name, hour, now, hours) => {
    expect(millisecondsUntil(hour, new Date(now))).toBe(hours * HOUR_MS);
  });
});

describe('a page', () => {
  const look = (beats: readonly number[], looks: readonly number[]) => {
    const heartbeat = createHeartbeat();
    return looks.map((nowMs) => {
      for (const beat of beats)
        if (beat <= nowMs && beat > nowMs - LOOK_EVERY_MS) heartbeat.beat(beat);
      return heartbeat.looksDead(nowMs);
    });
  };
  const every = (stepMs: number, untilMs: number) =>
    Array.from({ length: Math.floor(untilMs / stepMs) + 1 }, (_, index) => index * stepMs);

  it('that speaks is alive', () => {
    expect(look(every(10_000, 300_000), every(LOOK_EVERY_MS, 300_000))).not.toContain(true);
  });

  it('that falls silent for a minute is dead, once', () => {
    const found = look([0], every(LOOK_EVERY_MS, 300_000));
    expect(found.filter(Boolean)).toHaveLength(1);
    expect(found.indexOf(true)).toBe(7);
  });

  it('that never spoke is starting', () => {
    expect(look([], every(LOOK_EVERY_MS, 300_000))).not.toContain(true);
  });

  it('is not blamed for the sleep of the machine', () => {
    expect(look([0], [0, 10_000, 8 * HOUR_MS, 8 * HOUR_MS + 10_000])).not.toContain(true);
  });
});

it('the status file says how the terminal is and nothing about who was there', async () => {
  const { parts, folder, time } = await createStaffWorld({ terminalName: '自助 1', foo: 1 });
  const file = join(folder, 'status.json');
  const audit = { problem: () => 'disk-full' as const, waiting: () => 7 };
  const printerName = () => 'Receipts';
  const printers = [{ name: 'Office', displayName: 'Office' }];
  const health = createHealth({
    ...{ configuration: parts.configuration, clock: parts.clock, log: parts.log, file },
    version: '0.1.0',
    isRefused: false,
    trust: () => parts.trust.state(),
    lookAround: () =>
      lookAround({ stateFolder: folder, audit, printerName, listPrinters: async () => printers }),
    steadyNowMs: () => time.now * 1_000,
  });
  health.tellAlive({ screen: 'scan', hasPicture: true });
  time.now += 5;
  await health.save();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    ...{ version: '0.1.0', mode: 'kiosk', hall: '', terminal: '自助 1', state: 'serving' },
    ...{ screen: 'scan', camera: 'live', data: 'missing', dataAsOf: null, sync: 'not-configured' },
    ...{
      printer: 'missing',
      diskFreeMegabytes: expect.any(Number),
      log: 'disk-full',
      logWaiting: 7,
    },
    ...{ lastScanAt: null, configProblems: 1, startedAt: time.now - 5, writtenAt: time.now },
  });
});

it.each([
  ['', 'not-configured'],
  ['Receipts', 'ready'],
  ['Gone', 'missing'],
])('the printer %j is %s', async (name, printer) => {
  const found = await lookAround({
    stateFolder: tmpdir(),
    printerName: () => name,
    listPrinters: async () => [{ name: 'Receipts', displayName: 'Receipts' }],
    audit: { problem: () => undefined, waiting: () => 0 },
  });
  expect(found).toMatchObject({ printer, log: 'written', logWaiting: 0 });
  expect(found.diskFreeMegabytes).toBeGreaterThan(0);
});

it('a disk that is gone is no number', async () => {
  const found = await lookAround({
    stateFolder: join(tmpdir(), 'no', 'such', 'folder'),
    printerName: () => '',
    listPrinters: async () => [],
    audit: { problem: () => undefined, waiting: () => 0 },
  });
  expect(found.diskFreeMegabytes).toBeNull();
});
