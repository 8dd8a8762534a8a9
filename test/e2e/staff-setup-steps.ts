import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { KioskSession } from './kiosk-session.ts';
import { expectAccessible, expectLargeTargets, staffPage } from './staff-steps.ts';

/** Sets a new terminal up: one step done on its page and back, the others skipped. */
export async function setUpTerminal(kiosk: KioskSession, picture: () => Promise<void>) {
  const { page } = kiosk;
  const press = (name: string) => page.locator(`[data-staff="setup-${name}"]`).click();
  const see = (step: string) => page.waitForSelector(`[data-setup="${step}"]`);
  const offer = page.locator('[data-staff="setup"]');
  if ((await page.locator('[data-page="menu"]').count()) === 0) {
    await page.getByRole('button', { name: '返回' }).click();
  }
  expect(await page.locator('.staff-tiles button').first().innerText()).toContain('还有 7 步');
  await staffPage(kiosk, 'setup');
  await see('data');
  // How the step stands is the self-test's word.
  await page.waitForSelector('.setup-step [data-check="repository"][data-result="ok"]');
  await expectLargeTargets(kiosk);
  await picture();
  await press('open');
  await page.waitForSelector('[data-page="sync"]');
  await page.getByRole('button', { name: '返回首次设置' }).click();
  await page.waitForSelector('.button-primary[data-staff="setup-done"]');
  await press('done');
  await see('camera');
  await page.waitForSelector('[data-check="camera"][data-result="ok"]');
  for (const next of ['printer', 'sound', 'touch', 'lockDown']) {
    await press('skip');
    await see(next);
  }
  await press('back');
  await see('touch');
  await press('skip');
  await see('lockDown');
  await page.waitForSelector('.setup-step [data-check="pin"][data-result="warn"]');
  const stored = JSON.parse(readFileSync(join(kiosk.userDataFolder, 'settings.json'), 'utf8'));
  expect(stored.firstSetup).toMatchObject({ data: 'done', touch: 'skipped' });
  await press('done');
  await press('skip');
  await see('finished');
  await expectAccessible(kiosk);
  await page.getByRole('button', { name: '返回' }).click();
  expect(await offer.innerText()).toContain('按顺序设置新终端');
  expect(await page.locator('.staff-tiles button').first().innerText()).not.toContain('首次设置');
}
