import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KioskSession, openKiosk } from './kiosk-session.ts';

/** A terminal that has never received anything to trust. */

let kiosk: KioskSession;

beforeAll(async () => {
  kiosk = await openKiosk([]);
});
afterAll(() => kiosk.close());

it('still starts, and says that it cannot decide', async () => {
  await kiosk.showSample('green-channel');
  expect(await kiosk.verdict()).toBe('trust-missing');
  await kiosk.screenshot('verdict-trust-missing');
  const words = await kiosk.page.locator('[data-screen="verdict"]').innerText();
  expect(words).toContain('业务照常办理');
});

it('still recognises what is no certificate', async () => {
  await kiosk.page.getByRole('button', { name: '完成' }).click();
  await kiosk.waitForScanScreen();
  await kiosk.showSample('foreign-url');
  expect(await kiosk.verdict()).toBe('not-a-certificate/url');
});
