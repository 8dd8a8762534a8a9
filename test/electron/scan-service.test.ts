import { describe, expect, it } from 'vitest';
import { createRecentlyPresented } from '../../electron/scan/recently-presented.ts';
import { createScanService } from '../../electron/scan/scan-service.ts';
import { makeTestWorld, TEST_DAY, TEST_NOW } from '../world/test-world.ts';
import { recordingLog } from './recording-log.ts';

const NO_TRUST = { domain: null, freshness: 'missing', currentAsOf: null } as const;

const world = makeTestWorld();

async function setUp(lastScanAt: number | undefined, times: readonly number[]) {
  const saved: number[] = [];
  const recorded: object[] = [];
  const remaining = [...times];
  const service = await createScanService({
    clock: { now: () => remaining.shift() ?? 0 },
    trust: { current: () => world.bundle, state: () => NO_TRUST, refresh: async () => undefined },
    presented: createRecentlyPresented(600),
    hall: undefined,
    lastScan: {
      load: async () => lastScanAt,
      save: async (time) => {
        saved.push(time);
      },
    },
    audit: { recordVerdict: ({ code }, scan) => recorded.push({ code, ...scan }) },
    log: recordingLog(),
  });
  return { service, saved, recorded };
}

describe('scan service', () => {
  it('samples the time once and stamps the verdict with it', async () => {
    const { service } = await setUp(undefined, [1_795_460_000, 1]);
    expect(service.check({ text: 'hello', source: 'camera' })).toMatchObject({
      code: 'not-a-certificate',
      at: 1_795_460_000,
    });
  });

  it('saves the time of a scan and never an earlier one', async () => {
    const { service, saved } = await setUp(
      TEST_NOW,
      [-1, 1, -2, 2].map((change) => TEST_NOW + change),
    );
    for (let scan = 0; scan < 4; scan += 1)
      service.check({ text: world.issue(), source: 'camera' });
    expect(saved).toEqual([TEST_NOW + 1, TEST_NOW + 2]);
  });

  it('doubts a clock that was turned back behind the last scan', async () => {
    const { service } = await setUp(undefined, [TEST_NOW + 7_200, TEST_NOW]);
    expect(service.check({ text: world.issue(), source: 'camera' }).code).toBe('green-channel');
    expect(service.check({ text: world.issue(), source: 'camera' }).code).toBe('clock-implausible');
  });

  it('records each answer with how it was asked, a training one as such', async () => {
    const { service, recorded } = await setUp(undefined, [TEST_NOW, TEST_NOW]);
    service.check({ text: world.issue(), source: 'wedge' });
    service.check({ text: world.issue(), source: 'typed', training: true });
    expect(recorded).toEqual([
      { code: 'green-channel', source: 'wedge', training: false },
      { code: 'green-channel', source: 'typed', training: true },
    ]);
  });

  it('does not hold a clock against itself that once ran ten years ahead', async () => {
    const tenYears = 3_650 * TEST_DAY;
    const { service, saved } = await setUp(undefined, [
      TEST_NOW + tenYears,
      TEST_NOW + tenYears,
      TEST_NOW,
    ]);
    expect(service.check({ text: world.issue(), source: 'camera' }).outcome).not.toBe('accepted');
    service.check({ text: 'https://www.example.org/', source: 'camera' });
    expect(saved).toEqual([]);
    expect(service.check({ text: world.issue(), source: 'camera' }).code).toBe('green-channel');
  });
});

describe('recently presented certificates', () => {
  it('are remembered for the window and not longer', () => {
    const presented = createRecentlyPresented(600);
    presented.remember('AA', 1_000);
    expect(presented.within(1_600).has('AA')).toBe(true);
    expect(presented.within(1_601).has('AA')).toBe(false);
    expect(presented.within(1_000).has('AA')).toBe(false);
  });

  it('are bounded, the oldest going first', () => {
    const presented = createRecentlyPresented(600);
    for (let number = 0; number < 1_001; number += 1) presented.remember(String(number), 1_000);
    const numbers = presented.within(1_000);
    expect(numbers.size).toBe(1_000);
    expect(numbers.has('0')).toBe(false);
    expect(numbers.has('1000')).toBe(true);
  });
});
