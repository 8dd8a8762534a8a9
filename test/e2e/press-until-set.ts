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
  await page.evaluate(`(async () => {
    const { port1, port2 } = new MessageChannel();
    const nextTask = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
    const switches = [${steps.join(', ')}];
    for (let presses = 0; presses < 50; presses++) {
      const next = switches.find(({ isSet }) => !isSet());
      if (next === undefined) return;
      document.querySelector(next.button).click();
      await nextTask();
      await nextTask();
    }
    throw new Error('the screen cannot be set so');
  })()`);
}
