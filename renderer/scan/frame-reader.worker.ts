import { prepareZXingModule } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { FrameReport } from './code-reader.ts';
import { createGridReader } from './grid/read-grid.ts';
import { createLumaSource } from './luma-of-frame.ts';
import { createHealthWatch } from './pipeline/camera-health.ts';
import { createFrameReader, type FrameReader } from './pipeline/frame-reader.ts';
import { createPace } from './pipeline/pace.ts';
import { readWithSecondEngine } from './pipeline/second-engine.ts';
import { thumbnailOf } from './pipeline/thumbnail.ts';
import { createDecoder } from './pipeline/wasm-decoder.ts';

/**
 * Reads the camera's frames, away from the screen's thread. Frames come one at a time and leave
 * nothing behind: each is closed as soon as its grey values are copied.
 */

/** Of the 33 ms between two frames; the rest is for the screen and the camera on two processors. */
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
    readGrid: createGridReader(),
    clock: () => performance.now(),
    budgetMs: BUDGET_MS,
  });
  self.onmessage = async ({ data: frame }: MessageEvent<VideoFrame>) => {
    self.postMessage(await report(reader, frame));
  };
  self.postMessage('ready');
}

async function report(reader: FrameReader, frame: VideoFrame): Promise<FrameReport> {
  const image = await lumaOf(frame);
  frame.close();
  const nowMs = performance.now();
  const thumbnail = thumbnailOf(image);
  const noPicture = watchHealth(thumbnail, nowMs);
  if (!pace.isDue(thumbnail, nowMs)) return { wasRead: false, found: undefined, noPicture };
  const { found, showsCode } = reader.read(image);
  if (showsCode) pace.noticeCode(nowMs);
  return { wasRead: true, found, noPicture };
}
