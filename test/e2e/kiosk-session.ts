import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import * as v from 'valibot';
import { inject } from 'vitest';
import { type Sample, SamplesDocument } from '../../authority/demo/sample.ts';
import { launchKiosk } from '../../build/launch-kiosk.ts';
import { takeSettledScreenshot } from '../../build/settled-screenshot.ts';
import { drawQrMatrix } from '../../build/virtual-camera/qr-matrix.ts';
import {
  VirtualCamera,
  type VirtualCameraOptions,
} from '../../build/virtual-camera/virtual-camera.ts';

/** The packaged kiosk, running before a virtual webcam. */
export interface KioskSession {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly userDataFolder: string;
  /** The webcam it stands before, for tests in which that fails. */
  readonly camera: VirtualCamera;
  /** Holds a text up as a QR code; `undefined` takes it away. */
  readonly show: (text: string | undefined) => Promise<void>;
  /** Holds a sample of the demo world up. */
  readonly showSample: (id: string) => Promise<Sample>;
  /** Takes the code away and waits until the kiosk looks for the next one. */
  readonly waitForScanScreen: () => Promise<void>;
  /** Waits for a verdict and gives its code, its kind behind a slash. */
  readonly verdict: () => Promise<string>;
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * For tests that look at what a kiosk does and not at how it looks: drawing its large screen by the
 * processor is a quarter of what a test before a camera costs.
 */
export const SMALL_WINDOW = '--windowed=540x960';

const APPEARS_WITHIN = { timeout: 30_000 };

/**
 * Starts the packaged program. Switches are those of the kiosk's own command line.
 * @param ready selector of what shows that it has started
 * @param film what the webcam is like; its pace is that of a dim hall, because the program is drawn and
 *   films are played by the processor that runs the other tests, too
 */
export async function openKiosk(
  switches: readonly string[],
  ready = '[data-screen="scan"]',
  film: VirtualCameraOptions = { framesPerSecond: 8 },
): Promise<KioskSession> {
  const { executable, display, demoFolder, siteFile, screenshotFolder } = inject('program');
  const site = switches.includes('--site') ? [] : ['--site', siteFile];
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-e2e-'));
  const userDataFolder = join(folder, 'user-data');
  const camera = await VirtualCamera.create(join(folder, 'camera.y4m'), film);
  const { application, page } = await launchKiosk({
    ...{ executable, camera, args: [...site, ...switches] },
    userDataDir: userDataFolder,
    ...(display === undefined ? {} : { env: { DISPLAY: display } }),
  });
  tellOfDeadPages(application);
  const show = (text: string | undefined) =>
    camera.show(text === undefined ? undefined : drawQrMatrix(text));
  const samples = await readSamples(join(demoFolder, 'samples.json'));
  await page.waitForSelector(ready, APPEARS_WITHIN);
  return {
    ...{ application, page, userDataFolder, camera, show },
    async showSample(id) {
      const sample = samples.find((candidate) => candidate.id === id);
      if (sample === undefined) throw new Error(`there is no sample ${id}`);
      await show(sample.text);
      return sample;
    },
    async waitForScanScreen() {
      await show(undefined);
      await page.waitForSelector('[data-screen="scan"]', APPEARS_WITHIN);
    },
    async verdict() {
      const answer = await page.waitForSelector('[data-verdict-code]', APPEARS_WITHIN);
      const code = await answer.getAttribute('data-verdict-code');
      const kind = await answer.getAttribute('data-foreign-kind');
      return kind === null ? `${code}` : `${code}/${kind}`;
    },
    async screenshot(name) {
      await takeSettledScreenshot(page, join(screenshotFolder, `${name}.png`));
    },
    async close() {
      await application.close();
      await camera.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Prints what the program says of a page that died or hung: all a test sees itself is that its
 * page is gone.
 */
function tellOfDeadPages(application: ElectronApplication): void {
  application.process().stderr?.on('data', (bytes: Buffer) => {
    for (const line of bytes.toString().split('\n')) {
      if (/"renderer-|"page-silent"|:FATAL:/.test(line)) process.stderr.write(`${line}\n`);
    }
  });
}

/** All samples of the demo world the tests run on. */
export async function readSamples(file: string): Promise<readonly Sample[]> {
  return v.parse(SamplesDocument, JSON.parse(await readFile(file, 'utf8'))).samples;
}
