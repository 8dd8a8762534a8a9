import { describe, expect, it } from 'vitest';
import { slipLength } from '../../renderer/slip/slip-length.ts';
import { initialState, type KioskEvent } from '../../renderer/state/kiosk-state.ts';
import { reduceKiosk, welcomesCode } from '../../renderer/state/reduce-kiosk.ts';
import { GREEN_CHANNEL, PLAIN_TERMINAL } from './sample-verdict.ts';

const START = initialState(PLAIN_TERMINAL);
const STARTED: KioskEvent = { type: 'check-started', scan: 1, nowMs: 0 };
const GREEN: KioskEvent = {
  type: 'check-answered',
  scan: 1,
  content: { kind: 'verdict', verdict: GREEN_CHANNEL },
  nowMs: 0,
};

describe('the slip of a visitor', () => {
  it('reads no other certificate while a slip comes out, and takes no slip of another', () => {
    const asked: KioskEvent = { type: 'slip-asked', nowMs: 25_000 };
    const printing = [STARTED, GREEN, asked].reduce(reduceKiosk, START);
    expect(printing.visit).toMatchObject({ answer: { slip: 'printing', endsAtMs: 55_000 } });
    expect(welcomesCode(printing, 'PCC1:ABC')).toBe(false);
    const late: KioskEvent = { type: 'slip-ended', scan: 0, outcome: 'printed' };
    expect(reduceKiosk(printing, late).visit).toMatchObject({ answer: { slip: 'printing' } });
    const printed = reduceKiosk(printing, { ...late, scan: 1 });
    expect(printed.visit).toMatchObject({ answer: { slip: 'printed' } });
    expect(welcomesCode(printed, 'PCC1:ABC')).toBe(true);
    expect(reduceKiosk(printed, { type: 'visitor-done' })).toEqual(START);
    expect(reduceKiosk(START, { ...late, scan: 1 })).toEqual(START);
  });

  it('gets as much paper as it needs, within what a printer takes', () => {
    // 96 pixels are an inch; six millimetres stay blank for the cutter.
    expect(slipLength(378)).toBe(107);
    expect(slipLength(0)).toBe(40);
    expect(slipLength(9_999)).toBe(600);
  });
});
