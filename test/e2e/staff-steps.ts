import type { KioskSession } from './kiosk-session.ts';

/** Makes the hidden gesture and waits for the number pad. */
export async function openStaffPad({ page }: KioskSession): Promise<void> {
  for (let tap = 0; tap < 7; tap++) await page.mouse.click(40, 40);
  await page.waitForSelector('[data-screen="staff-pin"]');
}

/** Presses the digits on the pad, then OK. */
export async function enterPin({ page }: KioskSession, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /^(?:确定|OK)$/ }).click();
}

/** Opens a page of the menu, from wherever in the menu one is. */
export async function staffPage({ page }: KioskSession, name: string): Promise<void> {
  const back = page.getByRole('button', { name: /^(?:返回|Back)$/ });
  if ((await page.locator('[data-page="menu"]').count()) === 0) await back.click();
  await page.locator(`[data-staff="${name}"]`).click();
  await page.waitForSelector(`[data-page="${name}"]`);
}
