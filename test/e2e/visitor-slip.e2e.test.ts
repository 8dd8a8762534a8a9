import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawLogo } from '../logo/draw-logo.ts';
import { type KioskSession, openKiosk } from './kiosk-session.ts';
import { expectAccessible } from './staff-steps.ts';

/** The slip a visitor prints at the packaged kiosk. No printer stands here: what is asked of it is looked at. */

const { siteFile, bundleFolder, screenshotFolder } = inject('program');
let kiosk: KioskSession;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slip-e2e-'));
  const site = join(folder, 'site.json');
  const { staffPin } = JSON.parse(readFileSync(siteFile, 'utf8'));
  const hall = { hallName: '嘉定区行政服务中心', hallLogo: 'logo.png' };
  writeFileSync(join(folder, 'logo.png'), drawLogo().toBuffer('image/png'));
  const names = { ...hall, terminalName: '大厅 2 号机' };
  const slip = { printerName: 'Receipts', visitorSlip: '80mm', slipNote: '咨询电话 12345' };
  writeFileSync(
    site,
    JSON.stringify({ staffPin, ...names, ...slip, verdictSeconds: 60, cameraPlace: 'above' }),
  );
  kiosk = await openKiosk(['--site', site, '--trust', bundleFolder, '--windowed=1080x1920']);
});
afterAll(async () => {
  await kiosk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a printer into the system that does as it is told. */
async function plugInPrinter(name: string): Promise<void> {
  await kiosk.application.evaluate(({ BrowserWindow }, printerName) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('there is no window');
    const printer = { name: printerName, displayName: printerName, description: '', options: {} };
    window.webContents.getPrintersAsync = async () => [{ ...printer, status: 0, isDefault: true }];
    window.webContents.print = (options, done) => {
      Object.assign(globalThis, { asked: options, finish: done });
    };
  }, name);
}

/** What the page has drawn of a picture, and whether somebody sees it. */
const drawn = (selector: string) =>
  kiosk.page.evaluate(`(() => {
    const picture = document.querySelector('${selector}');
    const { naturalWidth, naturalHeight, clientHeight } = picture;
    return {
      pixels: naturalWidth + '×' + naturalHeight,
      isSeen: picture.checkVisibility() && clientHeight >= 24,
    };
  })()`);

const finish = (isPrinted: boolean) =>
  kiosk.application.evaluate(
    (_electron, ok) => Reflect.get(globalThis, 'finish')(ok, ''),
    isPrinted,
  );
const asked = () => kiosk.application.evaluate(() => Reflect.get(globalThis, 'asked'));
const press = (action: string) => kiosk.page.locator(`[data-action="${action}"]`).click();
const see = (action: string) => kiosk.page.waitForSelector(`[data-action="${action}"]`);

describe('the scanner page', () => {
  it('tells a visitor where the camera of this machine is', async () => {
    const words = await kiosk.page.locator('.scan-distance').innerText();
    expect(words.replaceAll('\u200B', '')).toContain('手机屏幕朝向屏幕上方的摄像头');
    await expectAccessible(kiosk);
    await kiosk.screenshot('camera-above-zh');
    await kiosk.page.setViewportSize({ width: 1_280, height: 800 });
    await press('switch-language');
    await kiosk.page.getByText('Hold the phone to the camera above the screen').first().waitFor();
    await kiosk.screenshot('camera-above-small-en');
    await press('switch-language');
    await kiosk.page.setViewportSize({ width: 1_080, height: 1_920 });
  });
});

describe('the logo of the hall', () => {
  it('stands beside the hall’s name on the scanner page', async () => {
    expect(await drawn('.status-line .hall-logo')).toEqual({ pixels: '480×320', isSeen: true });
    expect(await kiosk.page.locator('.status-line').innerText()).toBe('嘉定区行政服务中心');
  });

  it('stands on white where the screen is black', async () => {
    await press('contrast');
    const ground = `getComputedStyle(document.querySelector('.hall-logo')).backgroundColor`;
    expect(await kiosk.page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    await kiosk.screenshot('hall-logo-contrast-zh');
    await press('contrast');
  });
});

describe('the slip of a visitor', () => {
  it('says so when there is no printer, and may be asked for again', async () => {
    await kiosk.showSample('green-channel');
    expect(await kiosk.verdict()).toBe('green-channel');
    await press('slip');
    await see('slip-failed');
    expect(await kiosk.page.locator('.slip').count()).toBe(0);
  });

  it('has its paper’s size, and tells neither the whole code nor the grade', async () => {
    await plugInPrinter('Receipts');
    await press('slip-failed');
    await see('slip-printing');
    const words = (await kiosk.page.locator('.slip').textContent()) ?? '';
    const company = (await kiosk.page.locator('.holder-name').first().textContent()) ?? '';
    for (const line of [
      company,
      '嘉定区行政服务中心',
      '大厅 2 号机',
      '可走绿色通道',
      '咨询电话 12345',
    ]) {
      expect(words.replaceAll('\u200B', '')).toContain(line);
    }
    expect(words).toMatch(/[0-9A-Z]{4} \*{4} \*{4} \*{2}[0-9A-Z]{2} [0-9A-Z]{2}/);
    expect(words).not.toContain('信用等级');
    expect(await drawn('.slip .hall-logo')).toMatchObject({ pixels: '480×320' });
    // Nobody sees it on the screen.
    expect(await kiosk.page.locator('.slip').isVisible()).toBe(false);
    await kiosk.page.emulateMedia({ media: 'print' });
    const shot = join(screenshotFolder, 'visitor-slip.png');
    await kiosk.page.locator('.slip').screenshot({ path: shot });
    await kiosk.page.emulateMedia({ media: 'screen' });
    // Another certificate in view waits: its slip would be the wrong one.
    await kiosk.showSample('standard-service');
    await kiosk.page.waitForTimeout(600);
    expect(await kiosk.page.getAttribute('.kiosk', 'data-verdict-code')).toBe('green-channel');
    await finish(true);
    await see('slip-printed');
    expect(await asked()).toMatchObject({
      silent: true,
      deviceName: 'Receipts',
      pageSize: { width: 80_000, height: expect.any(Number) },
    });
    await kiosk.page.waitForSelector('[data-verdict-code="standard-service"]');
  });

  it('is gone with the visitor', async () => {
    await see('slip');
    await expectAccessible(kiosk);
    await kiosk.screenshot('visitor-slip-offer-zh');
    await press('slip');
    await see('slip-printing');
    await kiosk.show(undefined);
    await press('done');
    await kiosk.page.waitForSelector('[data-screen="scan"]');
    expect(await kiosk.page.locator('.slip').count()).toBe(0);
    await finish(true);
    await kiosk.page.waitForTimeout(300);
    expect(await kiosk.page.locator('[data-screen="scan"]').count()).toBe(1);
  });
});
