import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import { type CameraListener, CameraSession } from './camera-session.ts';
import { type ScanLoopListener, startScanLoop } from './scan-loop.ts';
import { createWorkerReader } from './worker-reader.ts';

/** What the owner of a scanner is told: how the camera fares, and what each frame showed. */
export type ScannerListener = CameraListener & Pick<ScanLoopListener, 'onFrame' | 'onView'>;

/**
 * Runs a camera and a reader on its picture in a video element, and lets each know of the other's
 * trouble; gives the function that stops them.
 */
export function startScanner(
  video: HTMLVideoElement,
  settings: CameraSettings,
  listener: ScannerListener,
): () => void {
  const session = new CameraSession(video, settings, listener);
  const reader = createWorkerReader(settings.crop);
  session.start();
  const stopLoop = startScanLoop(video, reader, {
    onFrame: (found, nowMs, readMs) => listener.onFrame(found, nowMs, readMs),
    onView: (inView, nowMs) => listener.onView?.(inView, nowMs),
    onPicture: () => session.noticePicture(),
    onFallingBehind: () => session.reducePicture(),
    onStalled: () => session.noticeStall(),
  });
  return () => {
    stopLoop();
    reader.close();
    session.stop();
  };
}
