import { describe, expect, it } from 'vitest';
import { openSteps, stepsOf, worstOf } from '../../renderer/staff/setup-steps.ts';
import type { FirstSetup } from '../../shared/ipc/first-setup.ts';
import type { CheckResult } from '../../shared/ipc/self-test.ts';

const line = (id: string, result: CheckResult) => ({
  ...{ id, result },
  ...{ title: { 'zh-CN': id, en: id }, detail: { 'zh-CN': '', en: '' } },
});

describe('the first set-up', () => {
  it('tries the touch panel of a kiosk and the hand scanner of a desk', () => {
    expect(stepsOf('kiosk')).toEqual(
      'data camera printer sound touch lockDown selfTest'.split(' '),
    );
    expect(stepsOf('desk')).toEqual(
      'data camera scanner printer sound lockDown selfTest'.split(' '),
    );
  });

  it('goes on where it was left, and what does not concern the terminal holds it up nowhere', () => {
    const kiosk: FirstSetup = { data: 'done', camera: 'skipped' };
    expect(openSteps('kiosk', kiosk)[0]).toBe('printer');
    const all = Object.fromEntries(stepsOf('kiosk').map((step) => [step, 'done']));
    expect(openSteps('kiosk', all)).toEqual([]);
    expect(openSteps('desk', all)).toEqual(['scanner']);
  });

  it('says the worst its checks have found', () => {
    expect(worstOf([line('a', 'ok'), line('b', 'warn'), line('c', 'skip')])?.id).toBe('b');
    expect(worstOf([line('a', 'skip'), line('b', 'ok')])?.id).toBe('b');
    expect(worstOf([])).toBeUndefined();
  });
});
