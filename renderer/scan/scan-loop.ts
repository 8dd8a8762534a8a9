import type { CodeReader, FoundCode } from './code-reader.ts';

/** Shortest time between the starts of two attempts; keeps the main thread free for the screen. */
const MIN_INTERVAL_MS = 80;

/** A camera that delivers no frame for this long has no picture. */
const STALLED_AFTER_MS = 5_000;

/** What the loop reports. */
export interface ScanLoopListener {
  /** After each attempt; `found` is `undefined` when the frame held no readable code. */
  onFrame(found: FoundCode | undefined, nowMs: number): void;
  onStalled(): void;
}

/**
 * Reads codes from a playing video until stopped. The next frame is asked for before the present
 * one is read, so that an unexpected exception in the engine costs one frame and not the loop.
 * (The loop of @zxing/browser waits 500 ms each time and ends for good after one.)
 */
export function startScanLoop(
  video: HTMLVideoElement,
  reader: CodeReader,
  listener: ScanLoopListener,
): () => void {
  let handle = 0;
  let lastAttemptMs = Number.NEGATIVE_INFINITY;
  let lastFrameMs = performance.now();
  let isReading = false;
  let isStopped = false;
  const onVideoFrame = (nowMs: number) => {
    handle = video.requestVideoFrameCallback(onVideoFrame);
    lastFrameMs = performance.now();
    // Always the newest frame: those that pass while one is being read are not queued.
    if (isReading || nowMs - lastAttemptMs < MIN_INTERVAL_MS) return;
    lastAttemptMs = nowMs;
    isReading = true;
    void read().finally(() => {
      isReading = false;
    });
  };
  const read = async () => {
    const found = await reader.decode(video);
    if (!isStopped) listener.onFrame(found, performance.now());
  };
  handle = video.requestVideoFrameCallback(onVideoFrame);
  const watch = window.setInterval(() => {
    if (performance.now() - lastFrameMs < STALLED_AFTER_MS) return;
    lastFrameMs = performance.now();
    listener.onStalled();
  }, 1_000);
  return () => {
    isStopped = true;
    video.cancelVideoFrameCallback(handle);
    window.clearInterval(watch);
  };
}
