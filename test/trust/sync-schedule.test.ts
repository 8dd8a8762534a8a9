import { describe, expect, it } from 'vitest';
import {
  nextSchedule,
  pauseBefore,
  type ScheduleEvent,
  type SyncSchedule,
  startSchedule,
} from '../../electron/trust/sync-schedule.ts';

const HOUR = 3_600_000;
const at = (nowMs: number, chance = 0.5) => ({ nowMs, intervalMs: HOUR, chance });
const moved = (schedule: SyncSchedule, event: ScheduleEvent, nowMs: number, chance = 0.5) =>
  nextSchedule(schedule, event, at(nowMs, chance));

describe('the schedule', () => {
  it('begins at once without data, and spread over ten seconds with it', () => {
    expect(startSchedule(at(1_000), false).dueAt).toBe(1_000);
    expect(startSchedule(at(1_000, 0), true).dueAt).toBe(1_000);
    expect(startSchedule(at(1_000, 0.999), true).dueAt).toBe(10_990);
  });

  it('comes back after an interval, give or take a tenth', () => {
    const running = moved(startSchedule(at(0), false), 'began', 0);
    expect(pauseBefore(running, 5)).toBeUndefined();
    expect(moved(running, 'succeeded', 0, 0).dueAt).toBe(0.9 * HOUR);
    expect(moved(running, 'succeeded', 0, 1).dueAt).toBeCloseTo(1.1 * HOUR);
  });

  it('doubles the pause with each failure up to the interval, half of it by chance', () => {
    let schedule = startSchedule(at(0), false);
    const pauses: number[] = [];
    for (let round = 0; round < 10; round++) {
      schedule = moved(schedule, 'failed', 0, 1);
      pauses.push(schedule.dueAt / 1_000);
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
    expect(moved(startSchedule(at(0), false), 'failed', 0, 0).dueAt).toBe(15_000);
    expect(moved(schedule, 'succeeded', 0).failures).toBe(0);
  });

  it.each(['network-back', 'resumed'] as const)(
    'comes forward when told %s, never back',
    (event) => {
      const waiting = moved(startSchedule(at(0), false), 'succeeded', 0);
      expect(moved(waiting, event, 1_000, 0).dueAt).toBe(2_000);
      expect(moved({ ...waiting, dueAt: 1_200 }, event, 1_000).dueAt).toBe(1_200);
    },
  );

  it('runs one at a time: being asked while one runs starts no other', () => {
    const running = moved(startSchedule(at(0), false), 'began', 0);
    for (const event of ['asked', 'network-back', 'resumed'] as const)
      expect(pauseBefore(moved(running, event, 10), 10)).toBeUndefined();
  });
});
