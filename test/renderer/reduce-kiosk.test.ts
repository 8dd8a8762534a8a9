import { describe, expect, it } from 'vitest';
import type { InView } from '../../renderer/scan/code-reader.ts';
import { screenOf } from '../../renderer/screens/screen-of.ts';
import { type ComfortControl, PLAIN_COMFORT } from '../../renderer/state/comfort.ts';
import {
  initialState,
  isOutOfOrder,
  type KioskEvent,
  type KioskState,
} from '../../renderer/state/kiosk-state.ts';
import { reduceKiosk, welcomesCode } from '../../renderer/state/reduce-kiosk.ts';
import { foreignVerdict, GREEN_CHANNEL, PLAIN_TERMINAL } from './sample-verdict.ts';

const START = initialState(PLAIN_TERMINAL);

function run(...events: readonly KioskEvent[]) {
  return events.reduce(reduceKiosk, START);
}

const STARTED: KioskEvent = { type: 'check-started', scan: 1, nowMs: 0 };
const GREEN: KioskEvent = {
  type: 'check-answered',
  scan: 1,
  content: { kind: 'verdict', verdict: GREEN_CHANNEL },
  nowMs: 0,
};
const FOREIGN: KioskEvent = {
  type: 'check-answered',
  scan: 1,
  content: { kind: 'verdict', verdict: foreignVerdict('url') },
  nowMs: 0,
};
const passed = (nowMs: number): KioskEvent => ({ type: 'time-passed', nowMs });

describe('a visit', () => {
  it('shows the answer to the scan it asked about', () => {
    expect(run(STARTED, GREEN).visit).toMatchObject({ step: 'answered', answer: { scan: 1 } });
  });

  it('ends by itself after the verdict time, not before', () => {
    expect(run(STARTED, GREEN, passed(29_999)).visit.step).toBe('answered');
    expect(run(STARTED, GREEN, passed(30_000)).visit).toEqual({ step: 'none' });
  });

  it('is shorter for a code that is no certificate', () => {
    expect(run(STARTED, FOREIGN, passed(7_999)).visit.step).toBe('answered');
    expect(run(STARTED, FOREIGN, passed(8_000)).visit).toEqual({ step: 'none' });
  });

  it('leaves nothing of the visitor in the state', () => {
    const switched: KioskEvent = { type: 'language-switched', nowMs: 0 };
    expect(run(STARTED, GREEN, switched, { type: 'visitor-done' })).toEqual(START);
    expect(run(STARTED, switched, GREEN, passed(30_000))).toEqual(START);
  });

  it('begins its countdown anew when more time is asked for', () => {
    const more: KioskEvent = { type: 'touched', nowMs: 20_000 };
    expect(run(STARTED, GREEN, more, passed(49_999)).visit.step).toBe('answered');
    expect(run(STARTED, GREEN, more, passed(50_000)).visit.step).toBe('none');
  });

  it('keeps the answer while another certificate is checked, then shows the new one', () => {
    const second: KioskEvent = { type: 'check-started', scan: 2, nowMs: 5_000 };
    expect(run(STARTED, GREEN, second).visit).toMatchObject({ answer: { scan: 1 } });
    const answered = run(STARTED, GREEN, second, { ...GREEN, scan: 2, nowMs: 5_000 });
    expect(answered.visit).toMatchObject({ answer: { scan: 2, endsAtMs: 35_000 } });
  });

  it('does not bring back an answer that comes after the visitor left', () => {
    expect(run(STARTED, { type: 'visitor-done' }, GREEN)).toEqual(START);
    expect(run(STARTED, { ...GREEN, scan: 9 }).visit.step).toBe('checking');
  });

  it('shows a check that failed, and one that never answers', () => {
    const failed = { kind: 'check-failed', code: 'bad-request' } as const;
    expect(run(STARTED, { ...GREEN, content: failed }).visit).toMatchObject({
      answer: { content: failed },
    });
    expect(run(STARTED, passed(2_999)).visit.step).toBe('checking');
    expect(run(STARTED, passed(3_000)).visit).toMatchObject({
      answer: { content: { kind: 'check-failed', code: 'internal-error' } },
    });
  });
});

describe('codes in view', () => {
  it('are all welcome while nobody is served', () => {
    expect(welcomesCode(START, 'https://example.org')).toBe(true);
  });

  it('are not welcome while one is checked', () => {
    expect(welcomesCode(run(STARTED), 'PCC1:A')).toBe(false);
  });

  it('take the place of an answer only when they are certificates', () => {
    const answered = run(STARTED, GREEN);
    expect(welcomesCode(answered, 'PCC1:A')).toBe(true);
    expect(welcomesCode(answered, ' \nPCC2:A')).toBe(true);
    expect(welcomesCode(answered, 'https://example.org/?PCC1:')).toBe(false);
    expect(welcomesCode(answered, '')).toBe(false);
  });
});

describe('the camera', () => {
  const LOST: KioskEvent = { type: 'camera-lost', problem: 'disconnected' };

  it('may fail and come back without touching the answer', () => {
    const lost = run(STARTED, GREEN, LOST);
    expect(lost.visit.step).toBe('answered');
    expect(lost.camera).toMatchObject({ status: 'unavailable', problem: 'disconnected' });
    expect(reduceKiosk(lost, { type: 'camera-live' }).camera).toEqual({ status: 'live' });
  });

  it('puts the terminal out of order after two minutes, however often it is tried again', () => {
    const early = run(LOST, passed(1_000), passed(120_000), LOST);
    expect(isOutOfOrder(early)).toBe(false);
    const late = [LOST, passed(121_000), LOST].reduce(reduceKiosk, early);
    expect(isOutOfOrder(late)).toBe(true);
    expect(isOutOfOrder(reduceKiosk(late, { type: 'camera-live' }))).toBe(false);
  });
});

describe('a terminal that staff took out of service', () => {
  const out = run({ type: 'terminal-read', terminal: { ...START.terminal, outOfOrder: true } });

  it('says so and takes no code', () => {
    expect(screenOf(out)).toEqual({ name: 'out-of-order' });
    expect(welcomesCode(out, 'PCC1:A')).toBe(false);
  });

  it('lets a visitor who is being served finish', () => {
    const served = [STARTED, GREEN].reduce(reduceKiosk, out);
    expect(screenOf(served).name).toBe('answer');
  });
});

describe('settings that change', () => {
  it('leave the state as it is when they are the same', () => {
    const same = structuredClone(START.terminal);
    expect(run({ type: 'terminal-read', terminal: same })).toBe(START);
  });

  it('do not disturb a camera they do not concern, nor a language somebody chose', () => {
    const terminal = { ...structuredClone(START.terminal), soundVolume: 5, hallName: '东厅' };
    const changed = run(
      { type: 'language-switched', nowMs: 0 },
      { type: 'terminal-read', terminal },
    );
    expect(changed.terminal).toEqual(terminal);
    expect(changed.terminal.camera).toBe(START.terminal.camera);
    expect(changed.language).toBe('en');
  });
});

describe('what a visitor chose', () => {
  const switched: KioskEvent = { type: 'language-switched', nowMs: 1_000 };
  const press = (control: ComfortControl): KioskEvent => ({
    ...{ type: 'comfort-pressed', control },
    nowMs: 1_000,
  });

  it('switches and switches back', () => {
    expect(run(switched).language).toBe('en');
    expect(run(switched, switched).language).toBe('zh-CN');
    expect(run(press('text'), press('text')).comfort.textSize).toBe('larger');
    expect(run(press('text'), press('text'), press('text')).comfort).toEqual(PLAIN_COMFORT);
    expect(run(press('contrast'), press('reach'), press('voice')).comfort).toEqual({
      ...PLAIN_COMFORT,
      ...{ isHighContrast: true, isLow: true, isSpoken: true },
    });
  });

  it.each([
    ['the language', switched],
    ['large text', press('text')],
    ['high contrast', press('contrast')],
    ['the low page', press('reach')],
    ['the voice', press('voice')],
    ['a page', { type: 'page-opened', page: { name: 'levels' }, nowMs: 1_000 }],
  ] satisfies [string, KioskEvent][])(
    'goes back when nobody touches the screen for a minute: %s',
    (_what, event) => {
      expect(run(event, passed(40_999)).isWarned).toBe(false);
      expect(run(event, passed(41_000)).isWarned).toBe(true);
      expect(run(event, passed(60_999))).not.toEqual(START);
      expect(run(event, passed(61_000))).toEqual(START);
    },
  );

  it('stays while somebody goes on touching the screen', () => {
    const touched: KioskEvent = { type: 'touched', nowMs: 60_000 };
    const state = run(press('text'), passed(50_000), touched);
    expect(state.isWarned).toBe(false);
    expect(reduceKiosk(state, passed(119_999)).comfort.textSize).toBe('large');
  });

  it('goes with the visit', () => {
    expect(run(press('text'), press('voice'), STARTED, GREEN, passed(30_000))).toEqual(START);
  });
});

describe('a countdown', () => {
  it('is warned about for its last twenty seconds', () => {
    expect(run(STARTED, GREEN, passed(9_999)).isWarned).toBe(false);
    expect(run(STARTED, GREEN, passed(10_000)).isWarned).toBe(true);
  });

  it('can be begun anew ten times and more', () => {
    const presses = Array.from({ length: 12 }, (_, index): KioskEvent[] => [
      passed(29_000 * (index + 1)),
      { type: 'touched', nowMs: 29_000 * (index + 1) },
    ]);
    const state = run(STARTED, GREEN, ...presses.flat());
    expect(state).toMatchObject({ isWarned: false, visit: { step: 'answered' } });
  });

  it('gives whoever touches the screen the full span, also for a code that is no certificate', () => {
    const touched: KioskEvent = { type: 'touched', nowMs: 7_000 };
    expect(run(STARTED, FOREIGN, touched, passed(36_999)).visit.step).toBe('answered');
  });
});

describe('pages', () => {
  const levels: KioskEvent = { type: 'page-opened', page: { name: 'levels' }, nowMs: 0 };

  it('lie over the answer and give it back', () => {
    const open = run(STARTED, GREEN, levels);
    expect(screenOf(open)).toEqual({ name: 'levels' });
    expect(screenOf(reduceKiosk(open, { type: 'page-closed' })).name).toBe('answer');
  });

  it('give way to a certificate, not to a code in passing', () => {
    expect(welcomesCode(run(levels), 'https://example.org')).toBe(false);
    expect(welcomesCode(run(levels), 'PCC1:A')).toBe(true);
    expect(screenOf(run(levels, STARTED, GREEN)).name).toBe('answer');
  });

  it('forget a typed code', () => {
    const typed = run(
      { type: 'page-opened', page: { name: 'type-code', code: '' }, nowMs: 0 },
      { type: 'code-typed', code: '9131' },
    );
    expect(screenOf(typed)).toEqual({ name: 'type-code', code: '9131' });
    expect(reduceKiosk(typed, { type: 'visitor-done' })).toEqual(START);
  });
});

describe('hints', () => {
  const LIVE: KioskEvent = { type: 'camera-live' };
  const sees = (inView: InView, nowMs: number): KioskEvent => ({
    ...{ type: 'view-changed', inView },
    nowMs,
  });
  /** The clock of the page, every quarter of a second. */
  function wait(state: KioskState, fromMs: number, toMs: number): KioskState {
    let now = state;
    for (let ms = fromMs; ms <= toMs; ms += 250) now = reduceKiosk(now, passed(ms));
    return now;
  }
  const hintAt = (ms: number, inView: InView = 'code') =>
    wait(run(LIVE, sees(inView, 0)), 0, ms).attention.hint;

  it('come after 6, 12 and 20 seconds without a reading', () => {
    expect([5_750, 6_000, 11_750, 12_000, 19_750, 20_000].map((ms) => hintAt(ms))).toEqual([
      ...['none', 'placement', 'placement', 'light', 'light', 'type-in'],
    ]);
    expect(hintAt(6_000, 'movement')).toBe('placement');
  });

  it('do not come to an empty hall, and rest in one that is never still', () => {
    expect(hintAt(30_000, 'nothing')).toBe('none');
    expect(hintAt(60_000, 'movement')).toBe('none');
  });

  it('outlast a moment with nothing in view, and leave with the visitor', () => {
    const waiting = wait(run(LIVE, sees('code', 0)), 0, 6_000);
    const turnedAway = wait(reduceKiosk(waiting, sees('nothing', 6_000)), 6_000, 8_750);
    expect(turnedAway.attention.hint).toBe('placement');
    expect(wait(turnedAway, 8_750, 9_000).attention.hint).toBe('none');
  });

  it('begin anew with each code that is read', () => {
    const waiting = wait(run(LIVE, sees('code', 0)), 0, 13_000);
    const next = [STARTED, GREEN, passed(30_000)].reduce(reduceKiosk, waiting);
    expect(next.attention.hint).toBe('none');
  });
});
