import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type KioskSession, openKiosk } from './kiosk-session.ts';

/** One visitor after the other: what a visit is like, and what it leaves behind. */

let kiosk: KioskSession;

beforeAll(async () => {
  kiosk = await openKiosk(['--trust', inject('program').bundleFolder, '--verdict-seconds', '6']);
});
afterAll(() => kiosk.close());

// Runs in the page: notes what shapes of answers grow out of.
const WATCH_GROWTH = `(() => {
  const grownFrom = window.grownFrom = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, timing) {
    if (this.matches('.answer-shape')) grownFrom.push(frames[0].transform);
    return animate.call(this, frames, timing);
  };
})()`;

describe('a visit', () => {
  it('begins at the scanner itself, with nothing to press', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.screenshot('scan-zh');
    const words = await kiosk.page.locator('[data-screen="scan"]').innerText();
    expect(words).toContain('无需身份证');
    expect(words).toContain('不存储画面');
  });

  it('is written in its own Chinese font from the first picture on', async () => {
    const pieces = `[...document.fonts].filter(
      ({ family, status }) => family.includes('Noto Sans SC') && status === 'loaded').length`;
    expect(await kiosk.page.evaluate(pieces)).toBeGreaterThan(100);
  });

  it('holds every font before the first answer is written with it', async () => {
    const missing = `[...document.fonts].filter(({ status }) => status !== 'loaded').length`;
    await expect.poll(() => kiosk.page.evaluate(missing), { timeout: 15_000 }).toBe(0);
  });

  it('sets English in its own punctuation, Chinese in that of Chinese, and figures one below the other', async () => {
    const width = async (language: string, text: string) =>
      kiosk.page.evaluate<number>(`(() => {
        const span = document.createElement('span');
        span.lang = '${language}';
        span.style.fontSize = '100px';
        span.textContent = '${text}';
        document.body.append(span);
        const { width } = span.getBoundingClientRect();
        span.remove();
        return Math.round(width);
      })()`);
    for (const sign of '’‘“”') {
      expect(await width('en', sign)).toBeLessThan(50);
      expect(await width('zh-CN', sign)).toBe(100);
    }
    for (const language of ['en', 'zh-CN']) {
      expect(await width(language, '1111')).toBe(await width(language, '8888'));
    }
    // The letters of both fonts are the same size.
    expect(await width('en', 'Hxo08')).toBeCloseTo(await width('zh-CN', 'Hxo08'), -1);
  });

  it('can be had in English with one tap, and the next visitor has Chinese again', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.page.getByRole('button', { name: 'English' }).click();
    await kiosk.screenshot('scan-en');
    await kiosk.showSample('standard-service');
    await kiosk.verdict();
    const verdict = kiosk.page.locator('[data-screen="verdict"]');
    expect(await verdict.innerText()).toContain('standard service');
    expect(await kiosk.page.locator('html').getAttribute('lang')).toBe('en');
    await kiosk.screenshot('verdict-standard-service-en');
    await kiosk.page.getByRole('button', { name: '中文' }).click();
    expect(await verdict.innerText()).toContain('普通流程');
    await kiosk.page.getByRole('button', { name: 'English' }).click();
    await kiosk.waitForScanScreen();
    expect(await kiosk.page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('grows its answer out of the code, and shows it at rest while that is still held up', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.page.evaluate(WATCH_GROWTH);
    await kiosk.showSample('standard-service');
    await kiosk.verdict();
    expect(await kiosk.page.evaluate<string[]>('window.grownFrom')).toEqual([
      expect.stringMatching(/^translate\(.+px, .+px\) scale\(/),
    ]);
    await delay(1_000);
    const place = () => kiosk.page.locator('.answer-shape').boundingBox();
    const places = [await place()];
    for (let look = 0; look < 5; look++) {
      await delay(150);
      places.push(await place());
    }
    expect(new Set(places.map((box) => JSON.stringify(box))).size).toBe(1);
  });

  it('ends by itself, and nothing of the visitor stays in the page', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.showSample('green-channel-es256');
    await kiosk.verdict();
    expect(await kiosk.page.content()).toContain('柏舟');
    await kiosk.waitForScanScreen();
    const html = await kiosk.page.content();
    expect(html).not.toContain('柏舟');
    expect(html).not.toContain('DEM0');
  });

  it('ends at once when the visitor is done', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.showSample('expired');
    await kiosk.verdict();
    await kiosk.show(undefined);
    await kiosk.page.getByRole('button', { name: '完成' }).click();
    await kiosk.page.waitForSelector('[data-screen="scan"]', { timeout: 1_000 });
  });

  it('counts a code that stays in view once', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.showSample('revoked');
    expect(await kiosk.verdict()).toBe('revoked');
    await kiosk.page.waitForSelector('[data-screen="scan"]', { timeout: 15_000 });
    // Still held up: the camera sees it all the time, and that is not a second scan.
    await delay(3_000);
    expect(await kiosk.page.locator('[data-verdict-code]').count()).toBe(0);
    // Seen it is, and the visitor is told.
    const outline = () => kiosk.page.locator('.live-outline polygon').count();
    const told = () => kiosk.page.getByText('此码已核验，请移开手机').isVisible();
    await expect.poll(outline, { timeout: 5_000 }).toBeGreaterThan(0);
    await expect.poll(told, { timeout: 5_000 }).toBe(true);
    await kiosk.screenshot('scan-already-checked-zh');
    // The hand is never quite still, and the outline goes with it.
    const place = () =>
      kiosk.page
        .locator('.live-outline polygon')
        .first()
        .getAttribute('points', { timeout: 5_000 });
    const before = await place();
    await expect.poll(place, { timeout: 10_000 }).not.toBe(before);
    await kiosk.show(undefined);
    await delay(2_500);
    expect([await outline(), await told()]).toEqual([0, false]);
    await kiosk.showSample('revoked');
    expect(await kiosk.verdict()).toBe('revoked');
  });

  it('gives way to the next certificate, but not to any other code', async () => {
    await kiosk.waitForScanScreen();
    await kiosk.showSample('superseded');
    expect(await kiosk.verdict()).toBe('superseded');
    await kiosk.showSample('foreign-url');
    await delay(1_500);
    expect(await kiosk.verdict()).toBe('superseded');
    await kiosk.showSample('suspended');
    await kiosk.page.waitForSelector('[data-verdict-code="suspended"]', { timeout: 10_000 });
  });
});
