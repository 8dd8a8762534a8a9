import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElectron } from '../../build/electron-runtime/find-electron.ts';
import { launchKiosk } from '../../build/launch-kiosk.ts';
import { ensureSystemLibraries } from '../../build/system-libraries.ts';
import { drawQrMatrix } from '../../build/virtual-camera/qr-matrix.ts';
import { VirtualCamera } from '../../build/virtual-camera/virtual-camera.ts';
import { hasDisplay, startVirtualDisplay } from '../../build/virtual-display.ts';
import { readQr } from './read-qr.ts';

/** Chromium plays the file as its camera: does it see a code that was swapped while it plays? */

let folder = '';
let camera: VirtualCamera;
let application: ElectronApplication;
let page: Page;
let stopDisplay = (): void => {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'camera-'));
  camera = await VirtualCamera.create(join(folder, 'camera.y4m'));
  const { executable } = await findElectron();
  await ensureSystemLibraries(executable);
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  stopDisplay = display?.stop ?? stopDisplay;
  ({ application, page } = await launchKiosk({
    executable,
    args: [join(import.meta.dirname, 'viewer')],
    camera,
    userDataDir: join(folder, 'profile'),
    ...(display ? { env: { DISPLAY: display.display } } : {}),
  }));
  await page.evaluate(startCamera);
}, 120_000);

afterAll(async () => {
  await application?.close();
  await camera.close();
  stopDisplay();
  await rm(folder, { recursive: true });
});

test('the live picture shows each code that is held up, and none in between', async () => {
  for (const text of ['FIRST:CODE', `SECOND:${'B2'.repeat(200)}`, `THIRD:${'C3'.repeat(300)}`]) {
    const started = performance.now();
    await camera.show(drawQrMatrix(text));
    expect(await readUntil((read) => read !== undefined)).toBe(text);
    process.stderr.write(
      `${text.slice(0, 6)} read after ${Math.round(performance.now() - started)} ms\n`,
    );
    await camera.show(undefined);
    await delay(500); // Chromium holds a few frames of the past.
    expect(await readFrame()).toBeUndefined();
  }
}, 60_000);

async function readUntil(
  wanted: (read: string | undefined) => boolean,
): Promise<string | undefined> {
  const end = performance.now() + 10_000;
  let read = await readFrame();
  while (!wanted(read) && performance.now() < end) read = await readFrame();
  return read;
}

async function readFrame(): Promise<string | undefined> {
  const frame = await page.evaluate<GrabbedFrame>(grabFrame);
  return readQr({ ...frame, luma: Buffer.from(frame.luma, 'base64') });
}

type GrabbedFrame = { readonly luma: string; readonly width: number; readonly height: number };

// The following two run in the page; this side's compiler knows no DOM, so they are texts.
const startCamera = `(async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
  const video = document.getElementById('video');
  video.srcObject = stream;
  await video.play();
})()`;

const grabFrame = `(() => {
  const video = document.getElementById('video');
  const { videoWidth: width, videoHeight: height } = video;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context.drawImage(video, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let luma = '';
  for (let index = 1; index < data.length; index += 4) luma += String.fromCharCode(data[index]);
  return { luma: btoa(luma), width, height };
})()`;
