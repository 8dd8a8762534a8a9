import { describe, expect, it } from 'vitest';
import { initialState, type KioskEvent } from '../../renderer/state/kiosk-state.ts';
import { reduceKiosk, welcomesCode } from '../../renderer/state/reduce-kiosk.ts';
import { DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';
import { DEFAULT_WEDGE_SETTINGS } from '../../shared/ipc/wedge-settings.ts';
import { foreignVerdict, GREEN_CHANNEL } from './sample-verdict.ts';

const START = initialState({
  mode: 'kiosk',
  hallName: '',
  language: 'zh-CN',
  verdictSeconds: 30,
  foreignCodeSeconds: 8,
  rearmMilliseconds: 1_500,
  soundVolume: 60,
  hideLowGradesInPublic: false,
  helpWindow: '',
  outOfOrder: false,
  camera: DEFAULT_CAMERA_SETTINGS,
  wedge: DEFAULT_WEDGE_SETTINGS,
});

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
    const more: KioskEvent = { type: 'more-time-asked', nowMs: 20_000 };
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
  it('may fail and come back without touching the answer', () => {
    const lost = run(STARTED, GREEN, { type: 'camera-lost', problem: 'disconnected' });
    expect(lost.visit.step).toBe('answered');
    expect(lost.camera).toEqual({ status: 'unavailable', problem: 'disconnected' });
    expect(reduceKiosk(lost, { type: 'camera-live' }).camera).toEqual({ status: 'live' });
  });
});

describe('the language', () => {
  const switched: KioskEvent = { type: 'language-switched', nowMs: 1_000 };

  it('switches and switches back', () => {
    expect(run(switched).language).toBe('en');
    expect(run(switched, switched)).toEqual(START);
  });

  it('goes back by itself when nobody scans for a minute', () => {
    expect(run(switched, passed(60_999)).language).toBe('en');
    expect(run(switched, passed(61_000))).toEqual(START);
  });
});
