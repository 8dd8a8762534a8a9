import type { Page } from 'playwright';

/** A switch of the screen: what is to be true, and the button that changes it. */
export interface Switch {
  /** Expression in the page. */
  readonly isSet: string;
  /** Selector of the button. */
  readonly button: string;
}

/** Presses the buttons of switches, in their order, until each is set. */
export async function pressUntilSet(page: Page, switches: readonly Switch[]): Promise<void> {
  const steps = switches.map(
    ({ isSet, button }) => `{ isSet: () => ${isSet}, button: ${JSON.stringify(button)} }`,
  );
  // What a press changes is there a moment later, before anything is drawn: one drawing for all of them.
  await page.evaluate(`(async () => {
    const switches = [${steps.join(', ')}];
    for (let presses = 0; presses < 50; presses++) {
      const next = switches.find(({ isSet }) => !isSet());
      if (next === undefined) return;
      document.querySelector(next.button).click();
      for (let turns = 0; turns < 20; turns++) await undefined;
    }
    throw new Error('the screen cannot be set so');
  })()`);
}
