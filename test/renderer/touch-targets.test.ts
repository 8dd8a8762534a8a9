import { describe, expect, it } from 'vitest';
import {
  isHit,
  judgeTouches,
  type Point,
  touchTargets,
} from '../../renderer/staff/touch-targets.ts';

/** What the touch test of the staff menu makes of the touches on a panel. */

const UPRIGHT = { width: 1_080, height: 1_920 };
const LYING = { width: 1_280, height: 800 };

/** The report on a panel that turns a touch on a target into this one. */
function reportOf(panel: (target: Point, index: number) => Point | undefined, field = UPRIGHT) {
  const answers = touchTargets(field).map((target, index) => ({
    target,
    touch: panel(target, index),
  }));
  return judgeTouches(answers, field);
}

describe('the targets', () => {
  it.each([[UPRIGHT], [LYING]])('reach every edge and corner, whole: %o', (field) => {
    const targets = touchTargets(field);
    expect(new Set(targets.map(({ x, y }) => `${x} ${y}`)).size).toBe(9);
    for (const side of ['x', 'y'] as const) {
      const length = side === 'x' ? field.width : field.height;
      const places = targets.map((target) => target[side]);
      expect([Math.min(...places), Math.max(...places)]).toEqual([64, length - 64]);
    }
  });

  it('are hit up to the half of the smallest button', () => {
    const target = { x: 100, y: 100 };
    expect(isHit({ target, touch: { x: 132, y: 100 } })).toBe(true);
    expect(isHit({ target, touch: { x: 133, y: 100 } })).toBe(false);
    expect(isHit({ target, touch: undefined })).toBe(false);
  });
});

describe('a panel', () => {
  it('is fine when fingers are only as inexact as fingers are', () => {
    const sway = [3, -8, 12, -4, 0, 9, -11, 5, -6];
    const report = reportOf(({ x, y }, index) => ({ x: x + (sway[index] ?? 0), y: y + 3 }));
    expect(report).toMatchObject({ finding: 'good', hits: 9, missed: 0 });
    expect(report.worstPx).toBeCloseTo(Math.hypot(12, 3));
    expect(report.shift).toEqual({ x: 0, y: 3 });
  });

  it('that feels nothing is not called inexact', () => {
    expect(reportOf(() => undefined)).toEqual({
      ...{ finding: 'silent', hits: 0, missed: 9, meanPx: 0, worstPx: 0 },
      shift: { x: 0, y: 0 },
    });
  });

  it('with a dead strip is told from one that is off', () => {
    const report = reportOf((target, index) => (index % 3 === 2 ? undefined : target));
    expect(report).toMatchObject({ finding: 'dead', hits: 6, missed: 3, meanPx: 0 });
  });

  it.each([
    ['to the right', { x: 40, y: 0 }, 0],
    ['up, within the buttons', { x: 0, y: -24 }, 9],
  ])('that is off as a whole: %s', (_name, by, hits) => {
    const report = reportOf(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
    expect(report).toMatchObject({ finding: 'shifted', hits, shift: by });
    expect(report.meanPx).toBeCloseTo(Math.hypot(by.x, by.y));
  });

  it('that jumps about is not told to be shifted', () => {
    const report = reportOf(({ x, y }, index) => ({ x: x + (index % 2 === 0 ? 60 : -60), y }));
    expect(report).toMatchObject({ finding: 'scattered', hits: 0, missed: 9 });
  });

  it.each([
    ['a quarter', ({ x, y }: Point) => ({ x: (1 - y / 1_920) * 1_080, y: (x / 1_080) * 1_920 })],
    ['back', ({ x, y }: Point) => ({ x: (y / 1_920) * 1_080, y: (1 - x / 1_080) * 1_920 })],
    ['on its head', ({ x, y }: Point) => ({ x: 1_080 - x, y: 1_920 - y })],
    ['in a mirror', ({ x, y }: Point) => ({ x: 1_080 - x, y })],
  ])('turned %s under its picture is not just off', (_name, turned) => {
    expect(reportOf(turned).finding).toBe('turned');
  });
});
