import type { Page } from 'playwright';

// Short animations are gestures that come to rest; longer ones, like a countdown, are content.
const COME_TO_REST = `(async () => {
  await document.fonts.ready;
  const gestures = document.getAnimations().filter(
    (animation) => Number(animation.effect?.getComputedTiming().duration) <= 1000,
  );
  await Promise.allSettled(gestures.map((gesture) => gesture.finished));
})()`;

/** Waits until a page's typefaces are loaded and its gestures are over, however slowly this machine draws. */
export async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(COME_TO_REST);
}

/**
 * Takes a screenshot of a page that has come to rest.
 *
 * @param path where the PNG file goes
 */
export async function takeSettledScreenshot(page: Page, path: string): Promise<void> {
  await comeToRest(page);
  await page.screenshot({ path });
}
