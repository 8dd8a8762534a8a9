import type { CodeReader, FoundCode, FrameReport, InView } from './code-reader.ts';
import { createKeepUpJudge } from './keep-up.ts';

/** A camera that delivers no frame for this long has no picture. */
const STALLED_AFTER_MS = 2_500;
const WATCH_EVERY_MS = 250;
/** The clock on the wall went on for so long between two looks at it: the machine slept. */
const SLEPT_MS = 20_000;

/** What the loop reports. */
export interface ScanLoopListener {
  /**
   * After each frame read; `found` is `undefined` when the frame held no readable code. Until what it
   * gives back has come, no other frame is read: whoever answers a code needs the processor.
   */
  onFrame(found: FoundCode | undefined, nowMs: number, readMs: number): void | Promise<void>;
  /** A frame with a picture came: neither black nor the same as the one before. */
  onPicture(): void;
  /** What is before the camera has become something else; told only on a change. */
  onView?(inView: InView, nowMs: number): void;
  /** Frames are read more slowly than the camera delivers them, and not just for a moment. */
  onFallingBehind(): void;
  /** No frames come, or frames without a picture. */
  onStalled(): void;
}

/**
 * Hands the frames of a playing video to the reader until stopped, always the newest: of those that
 * come while another is read only the last is read next. This thread only passes a handle on; it never
 * touches a pixel. (The loop of @zxing/browser works here, waits 500 ms each time and ends for good after
 * one unexpected exception.)
 */
export function startScanLoop(
  video: HTMLVideoElement,
  reader: CodeReader,
  listener: ScanLoopListener,
): () => void {
  let handle = 0;
  let lastFrameMs = performance.now();
  let isStopped = false;
  let isAtWork = false;
  let hasNewFrame = false;
  let inView: InView = 'nothing';
  const keepsUp = createKeepUpJudge();
  const report = async (reading: FrameReport | undefined, readMs: number) => {
    if (isStopped || reading === undefined) return;
    if (reading.wasRead && !keepsUp(readMs)) listener.onFallingBehind();
    if (reading.noPicture !== undefined) listener.onStalled();
    if (reading.hasPicture) listener.onPicture();
    if (!reading.wasRead) return;
    await listener.onFrame(reading.found, performance.now(), readMs);
    if (reading.inView === inView || isStopped) return;
    inView = reading.inView;
    listener.onView?.(inView, performance.now());
  };
  const readNewest = async () => {
    hasNewFrame = false;
    const startMs = performance.now();
    const frame = frameOf(video);
    if (frame === undefined) return;
    const reading = await reader.read(frame);
    await report(reading, performance.now() - startMs);
  };
  const readWhatIsNew = async () => {
    isAtWork = true;
    try {
      // A picture that came while the one before was read has waited long enough.
      while (hasNewFrame && !isStopped && reader.isFree()) await readNewest();
    } finally {
      isAtWork = false;
    }
  };
  const onVideoFrame = () => {
    // Asked for first, so that a failure below costs this frame and not the loop.
    handle = video.requestVideoFrameCallback(onVideoFrame);
    lastFrameMs = performance.now();
    hasNewFrame = video.videoWidth > 0;
    if (!isAtWork) void readWhatIsNew();
  };
  handle = video.requestVideoFrameCallback(onVideoFrame);
  let lastWatchMs = Date.now();
  const watch = window.setInterval(() => {
    const nowMs = performance.now();
    const hasSlept = Date.now() - lastWatchMs >= SLEPT_MS;
    lastWatchMs = Date.now();
    // A page nobody sees gets no frames, however well the camera is.
    if (document.visibilityState === 'hidden') lastFrameMs = nowMs;
    if (nowMs - lastFrameMs < STALLED_AFTER_MS && !hasSlept) return;
    lastFrameMs = nowMs;
    listener.onStalled();
  }, WATCH_EVERY_MS);
  return () => {
    isStopped = true;
    video.cancelVideoFrameCallback(handle);
    window.clearInterval(watch);
  };
}

/** The picture that stands in the video; none where the camera has just been taken away from it. */
function frameOf(video: HTMLVideoElement): VideoFrame | undefined {
  try {
    return new VideoFrame(video);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
