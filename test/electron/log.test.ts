import { describe, expect, it } from 'vitest';
import { describeCause } from '../../electron/app/log.ts';
import { reloadDelayMs } from '../../electron/app/reload-delay.ts';

describe('log', () => {
  it('describes an exception without its message', () => {
    const described = JSON.stringify(describeCause(new RangeError('PCC1:SECRET')));
    expect(described).toContain('RangeError');
    expect(described).not.toContain('SECRET');
  });

  it('keeps the code of a system error and survives what is no error', () => {
    expect(describeCause(Object.assign(new Error('x'), { code: 'ENOENT' })).code).toBe('ENOENT');
    expect(describeCause('PCC1:SECRET')).toEqual({ name: 'string' });
  });
});

describe('reload after a crash', () => {
  it('waits longer each time, up to a minute', () => {
    expect([1, 2, 3, 7, 50].map(reloadDelayMs)).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  });
});
