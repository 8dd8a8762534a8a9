import { expect } from 'vitest';
import type { KioskSession } from './kiosk-session.ts';
import { expectAccessible, staffPage } from './staff-steps.ts';

/** Touches all nine targets 40 pixels too far right, and reads what the test page says to it. */
export async function tryTouchPanel(kiosk: KioskSession): Promise<void> {
  const { page } = kiosk;
  await staffPage(kiosk, 'touch');
  await page.locator('[data-staff="start-touch"]').click();
  for (let number = 1; number <= 9; number++) {
    const field = page.locator(`.touch-field[aria-label*="${number}/9"]`);
    const target = await field.getAttribute('data-target');
    const [x = 0, y = 0] = (target ?? '').split(' ').map(Number);
    if (number === 5) {
      await expectAccessible(kiosk);
      await kiosk.screenshot('staff-touch-target-zh');
    }
    // Whatever lies there: the targets reach to the edges, over header and footer.
    await page.mouse.click(x + 40, y);
  }
  await page.waitForSelector('[data-touch="shifted"]');
  const words = await page.locator('.touch-result').innerText();
  for (const fact of ['触摸整体偏移', '未命中', '9 个', '40 像素', '横向 40']) {
    expect(words).toContain(fact);
  }
  await expectAccessible(kiosk);
  await kiosk.screenshot('staff-touch-result-zh');
}
