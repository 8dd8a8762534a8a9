import { describe, expect, it } from 'vitest';
import { cameraProblemOf, retryDelayMs } from '../../renderer/scan/camera-problem.ts';
import { outlineOf } from '../../renderer/scan/outline.ts';
import {
  formatAge,
  formatClock,
  formatDay,
  formatLastDay,
  formatMoment,
  groupCode,
} from '../../renderer/text/format.ts';
import { keepEndTogether } from '../../renderer/text/phrases.ts';

describe('dates', () => {
  // 2026-12-01T16:00:00Z is midnight of 2 December in Shanghai.
  const midnight = Date.UTC(2_026, 11, 1, 16) / 1_000;

  it('are those of Shanghai', () => {
    expect(formatDay(midnight - 1, 'zh-CN')).toBe('2026年12月1日');
    expect(formatDay(midnight, 'zh-CN')).toBe('2026年12月2日');
  });

  it('follow the language from one moment to the next', () => {
    expect(formatDay(midnight, 'zh-CN')).toBe('2026年12月2日');
    expect(formatDay(midnight, 'en')).toBe('December 2, 2026');
    expect(formatMoment(midnight - 60, 'en')).toBe('Dec 1, 23:59');
    expect(formatMoment(midnight - 60, 'zh-CN')).toBe('12月1日 23:59');
    expect(formatClock(midnight, 'zh-CN')).toBe('00:00');
  });

  it('that lie back are told in the largest whole unit', () => {
    const ages = [0, 59, 60, 3_599, 3_600, 86_399, 86_400, 200_000];
    expect(ages.map((age) => formatAge(age, 'zh-CN'))).toEqual([
      '0秒钟',
      '59秒钟',
      '1分钟',
      '59分钟',
      '1小时',
      '23小时',
      '1天',
      '2天',
    ]);
    expect(ages.map((age) => formatAge(age, 'en')).slice(-3)).toEqual([
      '23 hours',
      '1 day',
      '2 days',
    ]);
  });

  it('name the last day a certificate can be used', () => {
    expect(formatLastDay(midnight, 'zh-CN')).toBe('2026年12月1日');
    expect(formatLastDay(midnight + 1, 'zh-CN')).toBe('2026年12月2日');
  });
});

describe('codes', () => {
  it('are read in groups of four', () => {
    expect(groupCode('91310114MA1GT0B8X7')).toBe('9131 0114 MA1G T0B8 X7');
    expect(groupCode('')).toBe('');
  });

  it('and meanings leave no short end alone on a last line', () => {
    expect(keepEndTogether(groupCode('91310114MA1GT0B8X7'))).toBe('9131 0114 MA1G T0B8\u00A0X7');
    expect(keepEndTogether('a key support list')).toBe('a key support\u00A0list');
    expect(keepEndTogether('评价期内无记录')).toBe('评价期内无记录');
  });
});

describe('outline', () => {
  it('reaches beyond the finder patterns to all four corners', () => {
    const corners = outlineOf({
      topLeft: { x: 100, y: 100 },
      topRight: { x: 200, y: 100 },
      bottomLeft: { x: 100, y: 200 },
      moduleSize: 2,
    });
    expect(corners).toEqual([
      { x: 91, y: 91 },
      { x: 209, y: 91 },
      { x: 209, y: 209 },
      { x: 91, y: 209 },
    ]);
  });
});

describe('camera problems', () => {
  it('have a name for each exception of getUserMedia', () => {
    expect(cameraProblemOf('NotFoundError')).toBe('not-found');
    expect(cameraProblemOf('NotAllowedError')).toBe('not-allowed');
    expect(cameraProblemOf('NotReadableError')).toBe('not-readable');
    expect(cameraProblemOf('SomeLaterError')).toBe('not-readable');
  });

  it('are retried with growing waits up to half a minute', () => {
    expect([1, 2, 5, 6, 40].map(retryDelayMs)).toEqual([1_000, 2_000, 16_000, 30_000, 30_000]);
  });
});
