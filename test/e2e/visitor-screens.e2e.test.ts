import { join } from 'node:path';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { comeToRest } from '../../build/settled-screenshot.ts';
import { AXE } from '../world/axe-script.ts';
import { showSmall, type Thumb, takeThumb, writeSheet } from './contact-sheet.ts';
import { makeExtremeWorld } from './extreme-world.ts';
import { type KioskSession, openKiosk, readSamples } from './kiosk-session.ts';
import { pressUntilSet } from './press-until-set.ts';
import { FAULTS_OF_ACCESS, FAULTS_OF_LAYOUT } from './screen-measures.ts';
import { EMPTY, heldUp, passTime, showView, stageView } from './staged-view.ts';

/** Every screen a visitor can see, in both languages, in every format, large and in high contrast. */

const FORMATS = {
  portrait: { width: 1_080, height: 1_920, scale: 0.22 },
  landscape: { width: 1_920, height: 1_080, scale: 0.22 },
  small: { width: 1_280, height: 800, scale: 0.3 },
} as const;

const FORMAT_NAMES = ['portrait', 'landscape', 'small'] as const;

/** How a visitor may have set the screen. */
interface Setting {
  readonly language: 'zh-CN' | 'en';
  readonly text: 'normal' | 'large' | 'larger';
  readonly contrast: boolean;
  readonly low: boolean;
}

const PLAIN: Setting = { language: 'zh-CN', text: 'normal', contrast: false, low: false };
const ENGLISH: Setting = { ...PLAIN, language: 'en' };
const LARGER: Setting = { ...PLAIN, text: 'larger', contrast: true };
const LOW: Setting = { ...ENGLISH, text: 'large', low: true };
// In an order of few presses from one to the next.
const SETTINGS: readonly Setting[] = [PLAIN, ENGLISH, LOW, { ...LARGER, language: 'en' }, LARGER];

let kiosk: KioskSession;
let session: CDPSession;
const { demoFolder, screenshotFolder } = inject('program');
const extreme = makeExtremeWorld(demoFolder, Math.floor(Date.now() / 1_000));
const samples = await readSamples(join(demoFolder, 'samples.json'));
const folder = join(screenshotFolder, '../contact-sheets');

beforeAll(async () => {
  kiosk = await openKiosk(
    ['--trust', extreme.bundleFolder, '--verdict-seconds', '120'],
    undefined,
    { framesPerSecond: 5 },
  );
  await stageView(kiosk.page);
  session = await kiosk.page.context().newCDPSession(kiosk.page);
  await kiosk.page.evaluate(AXE);
});
afterAll(() => kiosk.close());

/** Presses the buttons of the bottom row until the screen is set so. */
function set({ language, text, contrast, low }: Setting): Promise<void> {
  const root = 'document.documentElement';
  const screen = "document.querySelector('.kiosk').dataset";
  const button = (action: string) => `[data-action="${action}"]`;
  return pressUntilSet(kiosk.page, [
    { isSet: `${root}.lang === '${language}'`, button: button('switch-language') },
    { isSet: `${screen}.text === '${text}'`, button: button('text') },
    {
      isSet: `(${root}.dataset.theme === 'high-contrast') === ${contrast}`,
      button: button('contrast'),
    },
    { isSet: `(${screen}.reach === 'low') === ${low}`, button: button('reach') },
  ]);
}

const press = (action: string) =>
  kiosk.page.evaluate(`document.querySelector('[data-action="${action}"]').click()`);
const see = (selector: string) => kiosk.page.waitForSelector(selector, { timeout: 10_000 });

async function showSample(id: string): Promise<void> {
  const text = samples.find((sample) => sample.id === id)?.text ?? extreme.text;
  await showView(kiosk.page, heldUp(text));
  await see('[data-verdict-code]');
  await showView(kiosk.page, EMPTY);
}

async function waitForHint(hint: string, seconds: number): Promise<void> {
  await showView(kiosk.page, { inView: 'code' });
  await passTime(kiosk.page, seconds);
  await see(`[data-hint="${hint}"]`);
}

async function typeCode(code: string): Promise<void> {
  await waitForHint('type-in', 21);
  await press('type-code');
  await see('[data-screen="type-code"]');
  for (const character of code) {
    await kiosk.page.evaluate(
      `[...document.querySelectorAll('.key')].find((key) => key.textContent === '${character}').click()`,
    );
  }
}

/** Ways to each screen, from the scanner. */
const SCREENS: Readonly<Record<string, () => Promise<unknown>>> = {
  scan: async () => undefined,
  'hint-placement': () => waitForHint('placement', 7),
  'hint-light': () => waitForHint('light', 13),
  'hint-type-in': () => waitForHint('type-in', 21),
  'green-channel': () => showSample('green-channel'),
  'standard-service': () => showSample('standard-service'),
  superseded: () => showSample('superseded'),
  'bad-signature': () => showSample('bad-signature'),
  'unknown-key': () => showSample('unknown-key'),
  'foreign-identity-code': () => showSample('foreign-identity-code'),
  'longest-name': () => showSample('the longest name'),
  levels: () => press('levels'),
  privacy: () => press('privacy'),
  'type-code': () => typeCode('91310114MA1GT0B8X'),
  'typed-code': async () => {
    await typeCode('91310114MA1GT0B8XN');
    await press('show-code');
    await see('[data-screen="typed-code"]');
  },
  'out-of-order': async () => {
    await kiosk.page.evaluate('stage.unplug()');
    await see('[data-screen="camera-unavailable"]');
    await passTime(kiosk.page, 122);
    await see('[data-screen="out-of-order"]');
  },
};

/** Back to the scanner as the next visitor finds it. */
async function leave(): Promise<void> {
  await showView(kiosk.page, EMPTY);
  await kiosk.page.evaluate('stage.plugIn()');
  await set(PLAIN);
  for (let presses = 0; presses < 4; presses++) {
    const action = await kiosk.page.evaluate<string | undefined>(
      `['done', 'back'].find((name) => document.querySelector('[data-action="' + name + '"]'))`,
    );
    if (action === undefined) break;
    await press(action);
  }
  await see('[data-screen="scan"]');
  await passTime(kiosk.page, 4);
  await see('[data-hint="none"]');
}

// What follows from a change, such as room for the bar of what has become too long, is there by then.
const TWO_FRAMES =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

/** Measures a screen in one format, set in every way, and takes its pictures. */
async function judge(screen: string, format: keyof typeof FORMATS): Promise<readonly Thumb[]> {
  const { scale, ...size } = FORMATS[format];
  await showSmall(session, size, scale);
  const thumbs: Thumb[] = [];
  for (const setting of SETTINGS) {
    await set(setting);
    await kiosk.page.evaluate(TWO_FRAMES);
    const faults = await kiosk.page.evaluate<string[]>(FAULTS_OF_LAYOUT);
    thumbs.push(await takeThumb(session, size, scale));
    // What it looks into is the same in every format and however low the buttons are: names, roles,
    // languages, colours.
    if (format === 'small' && setting !== LOW) {
      faults.push(...(await kiosk.page.evaluate<string[]>(FAULTS_OF_ACCESS)));
    }
    if (faults.length > 0) found.push({ screen, format, setting, faults });
  }
  return thumbs;
}

const found: object[] = [];

describe('every screen', () => {
  it.each(Object.entries(SCREENS))('%s fits, reads well and can be reached', async (name, open) => {
    await leave();
    await open();
    await comeToRest(kiosk.page);
    found.length = 0;
    const thumbs: Thumb[] = [];
    for (const format of FORMAT_NAMES) thumbs.push(...(await judge(name, format)));
    await writeSheet(folder, name, thumbs);
    expect(found).toEqual([]);
  });
});
