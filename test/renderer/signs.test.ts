import { describe, expect, it } from 'vitest';
import { lengthOf, SIGNS, type Sign, TONES } from '../../renderer/sound/signs.ts';
import { signsOfChange } from '../../renderer/sound/signs-of-change.ts';
import {
  initialState,
  type KioskEvent,
  type KioskState,
} from '../../renderer/state/kiosk-state.ts';
import { reduceKiosk } from '../../renderer/state/reduce-kiosk.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import { foreignVerdict, GREEN_CHANNEL, PLAIN_TERMINAL } from './sample-verdict.ts';

const START = initialState(PLAIN_TERMINAL);
const STARTED: KioskEvent = { type: 'check-started', scan: 1, nowMs: 0 };

function answered(verdict: Verdict): KioskEvent {
  return { type: 'check-answered', scan: 1, content: { kind: 'verdict', verdict }, nowMs: 0 };
}

/** What is heard while events happen, each drawn before the next. */
function heard(...events: readonly KioskEvent[]): readonly (readonly Sign[])[] {
  let state: KioskState = START;
  return events.map((event) => {
    const before = state;
    state = reduceKiosk(state, event);
    return signsOfChange(before, state);
  });
}

const {
  certificate: _,
  services: __,
  ...WITHOUT_CERTIFICATE
} = {
  services: undefined,
  certificate: undefined,
  ...GREEN_CHANNEL,
};
const REFUSED: Verdict = { ...WITHOUT_CERTIFICATE, outcome: 'refused', code: 'bad-signature' };
const EXPIRED: Verdict = { ...WITHOUT_CERTIFICATE, outcome: 'refused', code: 'expired' };
const UNDECIDED: Verdict = { ...WITHOUT_CERTIFICATE, outcome: 'undecided', code: 'unknown-key' };

describe('signs', () => {
  it('are short', () => {
    expect(lengthOf('read')).toBeLessThanOrEqual(0.08);
    for (const sign of SIGNS) expect(lengthOf(sign)).toBeLessThanOrEqual(0.6);
  });

  it('are told apart by rhythm and direction', () => {
    const pitches = (sign: (typeof SIGNS)[number]) =>
      TONES[sign].map(({ frequencyHz }) => frequencyHz);
    const [low = 0, high = 0] = pitches('accept');
    expect(high).toBeGreaterThan(low);
    expect(new Set(pitches('other')).size).toBe(1);
    expect(pitches('other')).toHaveLength(2);
    expect(TONES.refuse.map(({ startS }) => startS)).toEqual([0, 0]);
    expect(Math.max(...pitches('refuse'))).toBeLessThan(Math.min(...pitches('other')));
    expect(TONES.fault).toHaveLength(3);
  });
});

describe('what is heard', () => {
  it.each([
    ['a green channel', GREEN_CHANNEL, 'accept'],
    ['standard service', { ...GREEN_CHANNEL, code: 'standard-service' } as Verdict, 'other'],
    ['a certificate out of time', EXPIRED, 'other'],
    ['another code', foreignVerdict('url'), 'other'],
    ['a certificate that cannot be confirmed', REFUSED, 'refuse'],
    ['a terminal that cannot decide', UNDECIDED, 'fault'],
  ] as const)('a click when a code is read, then the sign of %s', (_what, verdict, sign) => {
    expect(heard(STARTED, answered(verdict))).toEqual([['read'], [sign]]);
    const atOnce = [STARTED, answered(verdict)].reduce(reduceKiosk, START);
    expect(signsOfChange(START, atOnce)).toEqual(['read', sign]);
  });

  it('is the warning once, and once more after more time was asked for', () => {
    const events: KioskEvent[] = [
      ...[STARTED, answered(GREEN_CHANNEL)],
      { type: 'time-passed', nowMs: 10_000 },
      { type: 'time-passed', nowMs: 11_000 },
      { type: 'touched', nowMs: 12_000 },
      { type: 'time-passed', nowMs: 22_000 },
    ];
    expect(heard(...events).slice(2)).toEqual([['warning'], [], [], ['warning']]);
  });

  it('is nothing when the visitor leaves', () => {
    expect(heard(STARTED, answered(GREEN_CHANNEL), { type: 'visitor-done' })[2]).toEqual([]);
  });
});
