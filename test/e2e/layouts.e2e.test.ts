import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type KioskSession, openKiosk } from './kiosk-session.ts';

/** The screens laid out for the formats a hall has, in both languages. */

const FORMATS = [
  { name: 'portrait', width: 1_080, height: 1_920 },
  { name: 'landscape', width: 1_920, height: 1_080 },
  { name: 'small', width: 1_280, height: 800 },
] as const;

const SAMPLES = ['green-channel', 'standard-service', 'superseded', 'unknown-key'] as const;

let kiosk: KioskSession;

beforeAll(async () => {
  kiosk = await openKiosk(['--trust', inject('program').bundleFolder, '--verdict-seconds', '60']);
});
afterAll(() => kiosk.close());

// What reaches beyond the screen cannot be read by somebody who can only look at it.
const BEYOND_THE_SCREEN = `[...document.querySelectorAll('h1, h2, button, [data-screen] p')]
  .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && box.height > 0 && getComputedStyle(document.body).visibility !== 'hidden')
  .filter(({ box }) => box.left < 0 || box.right > innerWidth + 1)
  .map(({ text }) => text)`;

const BUTTONS = `[...document.querySelectorAll('button')].map((button) => {
  const { top, bottom, width, height } = button.getBoundingClientRect();
  return { text: button.textContent, isOnScreen: top >= 0 && bottom <= innerHeight, width, height };
})`;

interface ButtonOnPage {
  readonly text: string;
  readonly isOnScreen: boolean;
  readonly width: number;
  readonly height: number;
}

async function expectGoodLayout(): Promise<void> {
  expect(await kiosk.page.evaluate(BEYOND_THE_SCREEN)).toEqual([]);
  const buttons = await kiosk.page.evaluate<ButtonOnPage[]>(BUTTONS);
  expect(buttons.length).toBeGreaterThan(0);
  for (const button of buttons) {
    expect(button).toMatchObject({ isOnScreen: true });
    // Fingers of every age: never under 64 pixels either way.
    expect(Math.min(button.width, button.height)).toBeGreaterThanOrEqual(64);
  }
}

describe.each(FORMATS)('$name, $width × $height', ({ name, width, height }) => {
  it.each(['zh', 'en'])('holds the scanner and the answers in %s', async (language) => {
    await kiosk.page.setViewportSize({ width, height });
    for (const sample of [undefined, ...SAMPLES]) {
      await kiosk.waitForScanScreen();
      if (language === 'en') await kiosk.page.getByRole('button', { name: 'English' }).click();
      if (sample !== undefined) {
        await kiosk.showSample(sample);
        await kiosk.verdict();
      }
      await expectGoodLayout();
      await kiosk.screenshot(`layout-${name}-${sample ?? 'scan'}-${language}`);
      const leave = sample === undefined ? /中文|English/ : /完成|Done/;
      await kiosk.show(undefined);
      if (sample !== undefined || language === 'en')
        await kiosk.page.getByRole('button', { name: leave }).click();
    }
  });
});
