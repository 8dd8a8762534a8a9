import { describe, expect, it } from 'vitest';
import { reportScan, type ScanReport } from '../../renderer/clerk/scanner/scan-report.ts';
import { TEST_CODE } from '../../renderer/clerk/scanner/test-code.ts';
import type { KeyPress } from '../../renderer/wedge/key-press.ts';
import { createWedge, type WedgeOutcome } from '../../renderer/wedge/wedge.ts';
import { DEFAULT_WEDGE_SETTINGS, type WedgeSettings } from '../../shared/ipc/wedge-settings.ts';
import { type Computer, FRENCH_KEYBOARD, GERMAN_KEYBOARD, placeOf } from './keyboards.ts';
import { namedPress, pressAt } from './wedge-typist.ts';

interface Typing {
  readonly computer?: Computer;
  readonly pauseMs?: number;
  /** One pause longer than the others, after the 40th character. */
  readonly hiccupMs?: number;
  readonly ends?: readonly string[];
  readonly settings?: Partial<WedgeSettings>;
}

/** A scanner types; the report is made as the page makes it, with the desk's own ear beside. */
function scan(text: string, typing: Typing = {}): ScanReport | undefined {
  const { computer = {}, pauseMs = 4, hiccupMs = 0, ends = ['Enter'] } = typing;
  const settings = { ...DEFAULT_WEDGE_SETTINGS, ...typing.settings };
  let timeMs = 1_000;
  const presses: KeyPress[] = [...text].map((character, index) => {
    timeMs += index === 40 ? pauseMs + hiccupMs : pauseMs;
    const [code, shift] = placeOf(character);
    return pressAt(code, shift, timeMs, computer);
  });
  for (const end of ends) {
    timeMs += pauseMs;
    presses.push(namedPress(end, timeMs));
  }
  const wedge = createWedge(settings);
  const heard: WedgeOutcome[] = [];
  for (const press of presses) {
    const { outcome } = wedge.press(press, false);
    if (outcome !== undefined) heard.push(outcome);
  }
  const last = wedge.fallSilent();
  return reportScan({
    presses,
    heard: last === undefined ? heard : [...heard, last],
    settings,
  });
}

const codes = (report: ScanReport | undefined) => report?.findings.map(({ code }) => code);

describe('the scanner test', () => {
  it('says of a good scanner what it sent, how fast, and that all is well', () => {
    const report = scan(TEST_CODE);
    expect(report).toMatchObject({
      characters: TEST_CODE.length,
      end: 'enter',
      pace: { medianMs: 4, longestMs: 4, wholeMs: 4 * (TEST_CODE.length - 1) },
      hasCapsLock: false,
    });
    expect(report?.keys.slice(0, 5).join('')).toBe('PCC0:');
    expect(report?.keys.at(-1)).toBe('Enter');
    expect(codes(report)).toEqual(['whole']);
  });

  it('is content with a certificate at hand', () => {
    expect(codes(scan('PCC1:6BF+70790T9WJWG.FKY*4GO0'))).toEqual(['whole']);
  });

  it('takes nothing of a person who types', () => {
    expect(scan('91310114MA1GT0B8XN', { pauseMs: 90 })).toBeUndefined();
    expect(scan('PCC0:')).toBeUndefined();
  });

  it.each([
    [['Tab'], 'tab', ['whole']],
    [['Enter', 'Enter'], 'several', ['whole']],
    [[], 'none', ['whole', 'no-end']],
  ])('tells the end %j', (ends, end, findings) => {
    const report = scan(TEST_CODE, { ends });
    expect(report?.end).toBe(end);
    expect(codes(report)).toEqual(findings);
  });

  it('advises where a fault is put right without anybody’s doing', () => {
    const caps = scan(TEST_CODE, { computer: { capsLock: true } });
    expect(caps?.hasCapsLock).toBe(true);
    expect(caps?.findings).toEqual([{ code: 'whole' }, { code: 'repaired', repair: 'caps-lock' }]);
    const german = scan(TEST_CODE, { computer: { keyboard: GERMAN_KEYBOARD } });
    expect(german?.findings).toEqual([{ code: 'whole' }, { code: 'repaired', repair: 'layout' }]);
    expect(codes(scan(TEST_CODE, { computer: { keyboard: FRENCH_KEYBOARD } }))).toContain('whole');
    const hidden = scan(TEST_CODE, { computer: { inputMethod: 'takes-keys' } });
    expect(hidden?.findings).toEqual([
      { code: 'whole' },
      { code: 'repaired', repair: 'input-method' },
    ]);
  });

  it('names an input method that hides even the places of the keys', () => {
    const report = scan(TEST_CODE, { computer: { inputMethod: 'hides-places' } });
    expect(report?.findings).toEqual([{ code: 'problem', problem: 'input-method' }]);
  });

  it('names the characters of a scanner whose keyboard nobody here knows', () => {
    // A scanner set to a keyboard on which the colon is typed as a Greek letter.
    const sent = TEST_CODE.replaceAll(':', ';').replaceAll('*', '(');
    const report = scan(sent);
    expect(report?.findings).toEqual([
      {
        code: 'differs',
        pairs: [
          { wanted: ':', came: ';' },
          { wanted: '*', came: '(' },
        ],
      },
    ]);
  });

  it('counts characters that got lost', () => {
    const report = scan(TEST_CODE.slice(0, 100) + TEST_CODE.slice(103));
    const wanted = TEST_CODE.length;
    expect(report?.findings).toEqual([{ code: 'lost', came: wanted - 3, wanted }]);
  });

  it('names what stands about the content and the settings do not know', () => {
    expect(scan(`~${TEST_CODE}#!`)?.findings).toEqual([
      { code: 'unknown-prefix', text: '~' },
      { code: 'unknown-suffix', text: '#!' },
    ]);
    const settings = { prefix: '~', suffix: '#!' };
    expect(codes(scan(`~${TEST_CODE}#!`, { settings }))).toEqual(['whole']);
    const framed = { ...settings, onlyFramed: true };
    expect(scan(TEST_CODE, { settings: framed })?.findings).toEqual([
      { code: 'not-framed', prefix: '~', suffix: '#!' },
    ]);
  });

  it('says which setting bears the pauses of a slow scanner', () => {
    const torn = scan(TEST_CODE, { hiccupMs: 150 });
    expect(torn?.findings).toContainEqual({ code: 'torn', longestMs: 154, gapMs: 310 });
    const borne = scan(TEST_CODE, { hiccupMs: 150, settings: { gapMs: 310 } });
    expect(codes(borne)).toEqual(['whole']);
    const near = scan(TEST_CODE, { hiccupMs: 80 });
    expect(near?.findings).toEqual([
      { code: 'whole' },
      { code: 'slow', longestMs: 84, gapMs: 170 },
    ]);
  });

  it('says when the settings take no scanner, and when it was another code', () => {
    expect(codes(scan(TEST_CODE, { settings: { isOn: false } }))).toEqual(['switched-off']);
    expect(codes(scan('https://example.org/x'))).toEqual(['other-code']);
  });
});
