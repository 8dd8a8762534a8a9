import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type KioskSession, openKiosk, SMALL_WINDOW } from './kiosk-session.ts';

/** What the packaged kiosk does when its camera fails, and that it comes back by itself. */

let kiosk: KioskSession;

beforeAll(async () => {
  kiosk = await openKiosk([
    '--trust',
    inject('program').bundleFolder,
    '--verdict-seconds',
    '3',
    SMALL_WINDOW,
  ]);
});
afterAll(() => kiosk.close());

const APPEARS = { timeout: 30_000 };

/** Waits for a screen and gives the milliseconds that took. */
async function until(screen: 'scan' | 'camera-unavailable'): Promise<number> {
  const startMs = performance.now();
  await kiosk.page.waitForSelector(`[data-screen="${screen}"]`, APPEARS);
  return Math.round(performance.now() - startMs);
}

async function verdictCode(): Promise<string> {
  await kiosk.showSample('green-channel');
  return kiosk.verdict();
}

describe('a camera or a reader that fails', () => {
  it.each([
    ['turns black', () => kiosk.camera.goBlack()],
    ['freezes', () => kiosk.camera.freeze()],
  ])('and %s is noticed, and used again once it works', async (name, fail) => {
    await fail();
    const noticed = await until('camera-unavailable');
    await kiosk.camera.recover();
    const recovered = await until('scan');
    process.stderr.write(`${name}: noticed after ${noticed} ms, back after ${recovered} ms\n`);
    expect(await kiosk.page.locator('[data-screen="camera-unavailable"]').count()).toBe(0);
  });

  it('and is unplugged is opened again', async () => {
    await kiosk.page.evaluate(
      "document.querySelector('video').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))",
    );
    await until('camera-unavailable');
    await until('scan');
    expect(await verdictCode()).toBe('green-channel');
    await kiosk.waitForScanScreen();
  });

  it('does not matter to whoever shows a code while the reader is being replaced', async () => {
    const [worker] = kiosk.page.workers();
    await worker?.evaluate('self.close()');
    expect(await verdictCode()).toBe('green-channel');
    await kiosk.waitForScanScreen();
  });

  it('and is forbidden for a while is asked for again', async () => {
    // Stands in for the operating system's switch for cameras.
    await kiosk.page.evaluate(`(() => {
      const devices = navigator.mediaDevices;
      const ask = devices.getUserMedia.bind(devices);
      let refusals = 1;
      devices.getUserMedia = (constraints) => refusals-- > 0
        ? Promise.reject(new DOMException('', 'NotAllowedError')) : ask(constraints);
      document.querySelector('video').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'));
    })()`);
    await until('camera-unavailable');
    await until('scan');
    expect(await verdictCode()).toBe('green-channel');
  });
});
