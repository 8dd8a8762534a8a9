import { expect } from 'vitest';
import { AXE } from '../world/axe-script.ts';
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

/** Puts the main process's time of day ahead by so many seconds. */
export async function moveClock({ application }: KioskSession, seconds: number): Promise<void> {
  await application.evaluate((_electron, ahead) => {
    const world = globalThis as { realNow?: () => number };
    world.realNow ??= Date.now;
    const real = world.realNow;
    Date.now = () => real() + ahead * 1_000;
  }, seconds);
}

/** Nothing on the page that axe finds fault with. */
export async function expectAccessible({ page }: KioskSession): Promise<void> {
  // The page's policy lets no script in; the debugger's evaluation is not of the page.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(`${AXE}; undefined`);
  const violations = await page.evaluate<readonly { id: string; nodes: unknown[] }[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))`,
  );
  expect(violations).toEqual([]);
}

/** Fingers of every age: no button under 64 pixels either way, and none beyond the sides. */
export async function expectLargeTargets({ page }: KioskSession): Promise<void> {
  const small = await page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('button')]
      .map((button) => ({ name: button.innerText, box: button.getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < 64 || box.left < 0 || box.right > innerWidth)
      .map(({ name, box }) => name + ' ' + box.width + ' ' + box.height)`,
  );
  expect(small).toEqual([]);
}
