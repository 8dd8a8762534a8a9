import { prepareZXingModule } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { FoundCode, FrameQuestion, FrameReport } from './code-reader.ts';
import { croppedRegion, isCropped } from './crop-picture.ts';
import { createGridReader } from './grid/read-grid.ts';
import { createLumaSource } from './luma-of-frame.ts';
import { createHealthWatch } from './pipeline/camera-health.ts';
import type { FrameReading } from './pipeline/frame-look.ts';
import { createFrameReader, type FrameReader } from './pipeline/frame-reader.ts';
import { crop, type Region } from './pipeline/luma-image.ts';
import { createPace } from './pipeline/pace.ts';
import { outOfPart } from './pipeline/quad.ts';
import { readWithSecondEngine } from './pipeline/second-engine.ts';
import { thumbnailOf } from './pipeline/thumbnail.ts';
import { createDecoder } from './pipeline/wasm-decoder.ts';

/**
 * Reads the camera's frames, away from the screen's thread. Frames come one at a time and leave
 * nothing behind: each is closed as soon as its grey values are copied.
 */

/**
 * For attempts in turn, of the 33 ms between two frames; the rest is for the screen and the camera on two
 * processors.
 */
const BUDGET_MS = 24;

const lumaOf = createLumaSource();
const watchHealth = createHealthWatch();
const pace = createPace();

void start();

async function start(): Promise<void> {
  // The WebAssembly lies in the package; left to itself the library would ask a public server.
  const engine = await prepareZXingModule({
    overrides: { locateFile: () => wasmUrl },
    fireImmediately: true,
  });
  const reader = createFrameReader({
    decode: createDecoder(engine),
    secondEngine: readWithSecondEngine,
    grid: createGridReader(),
    clock: () => performance.now(),
    budgetMs: BUDGET_MS,
  });
  self.onmessage = async ({ data }: MessageEvent<FrameQuestion>) => {
    self.postMessage(await report(reader, data));
  };
  self.postMessage('ready');
}

async function report(
  reader: FrameReader,
  { frame, crop: margins }: FrameQuestion,
): Promise<FrameReport> {
  const whole = await lumaOf(frame);
  frame.close();
  const nowMs = performance.now();
  const health = watchHealth(thumbnailOf(whole), nowMs);
  const part = croppedRegion(whole, margins);
  // What passes by outside must not wake the scanner either.
  const image = isCropped(margins) ? crop(whole, part) : whole;
  const thumbnail = thumbnailOf(image);
  if (!pace.isDue(thumbnail, nowMs)) {
    return { wasRead: false, found: undefined, inView: 'nothing', ...health };
  }
  const { found, showsCode } = reader.read(image, pace.isStill(nowMs));
  if (showsCode) pace.noticeCode(nowMs);
  const moving = pace.isAlert(nowMs) ? 'movement' : 'nothing';
  const inView = showsCode ? 'code' : moving;
  return { wasRead: true, found: found && inWhole(found, part), inView, ...health };
}

/** The screen draws in pixels of the whole picture. */
function inWhole(found: NonNullable<FrameReading['found']>, part: Region): FoundCode {
  return { text: found.text, corners: outOfPart(found.corners, part, 1) };
}
