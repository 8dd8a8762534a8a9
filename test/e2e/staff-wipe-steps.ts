import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { KioskSession } from './kiosk-session.ts';

/** On the page of stored data: wipes all that may go, and sees that the program wants to end for it. */
export async function wipeAtOnePress(kiosk: KioskSession): Promise<void> {
  const { application, page, userDataFolder } = kiosk;
  // Held up for once, because later tests still need this program.
  await application.evaluate(({ app }) => {
    const world = globalThis as { heldUp?: boolean };
    app.once('before-quit', (event) => {
      event.preventDefault();
      world.heldUp = true;
    });
  });
  writeFileSync(join(userDataFolder, 'kiosk.log.1'), 'older');
  await page.locator('[data-staff="wipe-all"]').click();
  await page.getByText('将清除：运行日志').waitFor();
  await kiosk.screenshot('staff-wipe-all-zh');
  await page.getByRole('button', { name: '清除并重新启动' }).click();
  await page.getByText('已清除，正在重新启动').waitFor();
  expect(await application.evaluate(() => 'heldUp' in globalThis)).toBe(true);
  const left = readdirSync(userDataFolder);
  expect(left).not.toContain('kiosk.log.1');
  expect(left).toEqual(expect.arrayContaining(['audit', 'trust', 'kiosk.log']));
  await page.getByRole('button', { name: '返回' }).click();
}
