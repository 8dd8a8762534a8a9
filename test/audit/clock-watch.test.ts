import { describe, expect, it } from 'vitest';
import { createClockWatch } from '../../electron/audit/clock-watch.ts';
import type { AuditEvent } from '../../electron/audit/entry.ts';
import { recordStart } from '../../electron/audit/record-start.ts';
import { TEST_DAY, TEST_NOW } from '../world/test-world.ts';
import { AuditFolder } from './audit-folder.ts';

function setUp() {
  const time = { now: TEST_NOW, steadyMs: 0 };
  const recorded: AuditEvent[] = [];
  const watch = createClockWatch({
    clock: { now: () => time.now },
    steadyMs: () => time.steadyMs,
    audit: { record: (event) => recorded.push(event) },
  });
  const pass = (seconds: number, shown = seconds) => {
    time.steadyMs += seconds * 1_000;
    time.now += shown;
    watch.check();
  };
  return { watch, pass, recorded };
}

describe('the clock of a terminal', () => {
  it.each([
    ['a day ahead', TEST_DAY],
    ['a day back', -TEST_DAY],
    ['ten years ahead', 3_650 * TEST_DAY],
    ['two minutes back', -120],
  ])('that is set %s is recorded once', (_name, jump) => {
    const { pass, recorded } = setUp();
    pass(30);
    pass(30, 30 + jump);
    pass(30);
    const expected = TEST_NOW + 60;
    expect(recorded).toEqual([{ kind: 'clock-changed', expected, found: expected + jump }]);
  });

  it('that is a little fast is not, however long it runs', () => {
    const { pass, recorded } = setUp();
    for (let check = 0; check < 1_000; check++) pass(30, check % 10 === 0 ? 31 : 30);
    expect(recorded).toEqual([]);
  });

  it('may go on while the machine sleeps', () => {
    const { watch, pass, recorded } = setUp();
    watch.suspended();
    pass(0, 8 * 3_600);
    watch.resumed();
    pass(30);
    expect(recorded).toEqual([]);
  });

  it('is found to have been set back while the program did not run', async () => {
    const log = new AuditFolder();
    await log.fill(2, 1);
    const recorded: AuditEvent[] = [];
    const { findLogEnd } = await import('../../electron/audit/log-end.ts');
    const start = {
      version: '1',
      mode: 'kiosk',
      hall: undefined,
      end: findLogEnd(log.folder),
    } as const;
    recordStart({ record: (event) => recorded.push(event) }, { ...start, now: TEST_NOW });
    expect(recorded).toEqual([
      { kind: 'program-started', version: '1', mode: 'kiosk', hall: null, afterStop: true },
      { kind: 'clock-changed', expected: TEST_NOW + TEST_DAY, found: TEST_NOW },
    ]);
    log.remove();
  });
});
