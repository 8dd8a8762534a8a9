import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type KioskSession, openKiosk } from './kiosk-session.ts';
import { enterPin, openStaffPad, staffPage } from './staff-steps.ts';

/** The staff at the packaged kiosk: gesture, PIN, and every page of the menu. */

let kiosk: KioskSession;

beforeAll(async () => {
  kiosk = await openKiosk(['--trust', inject('program').bundleFolder]);
});
afterAll(() => kiosk.close());

describe('the way in', () => {
  it('is seven taps in the corner, not six', async () => {
    for (let tap = 0; tap < 6; tap++) await kiosk.page.mouse.click(40, 40);
    await kiosk.page.mouse.click(600, 500);
    expect(await kiosk.page.locator('[data-screen="staff-pin"]').count()).toBe(0);
    await openStaffPad(kiosk);
    await kiosk.screenshot('staff-pin-zh');
  });

  it('and the PIN', async () => {
    await enterPin(kiosk, '1111');
    await kiosk.page.waitForSelector('[data-pin-answer="wrong"]');
    await kiosk.screenshot('staff-pin-wrong-zh');
    await enterPin(kiosk, '2580');
    await kiosk.page.waitForSelector('[data-screen="staff"]');
    await kiosk.screenshot('staff-menu-zh');
  });
});

describe('the menu', () => {
  it.each([
    'sync',
    'camera',
    'sound',
    'printer',
    'service',
    'drive',
    'selfTest',
    'storage',
    'leave',
  ])('has the page %s', async (page) => {
    await staffPage(kiosk, page);
    await kiosk.screenshot(`staff-${page}-zh`);
  });
});
