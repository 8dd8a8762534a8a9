import { closeCamera, openCamera } from './camera.ts';
import type { CameraProblem } from './camera-problem.ts';
import { retryDelayMs } from './camera-problem.ts';

/** What the owner of a camera session is told. */
export interface CameraListener {
  onLive(): void;
  onLost(problem: CameraProblem): void;
}

/** Some webcams need seconds for their first frame; they must not be switched off over it. */
const FIRST_FRAME_LIMIT_MS = 6_000;

/** A running camera that restarts by itself. */
export interface CameraSession {
  /** No frame came for a while: a camera that should be live is given up and opened again. */
  noticeStall(): void;
  stop(): void;
}

/**
 * Keeps the camera's picture in a video element: opens it, notices when it is unplugged or fails,
 * and tries again with growing waits, at once when a device appears.
 */
export function startCameraSession(
  video: HTMLVideoElement,
  listener: CameraListener,
): CameraSession {
  let stream: MediaStream | undefined;
  let timer: number | undefined;
  let failures = 0;
  let isStopped = false;
  let isOpening = false;
  let isLive = false;
  let openedMs = 0;

  const release = () => {
    window.clearTimeout(timer);
    timer = undefined;
    if (stream !== undefined) closeCamera(stream);
    stream = undefined;
    isLive = false;
    video.srcObject = null;
  };
  const lose = (problem: CameraProblem) => {
    if (isStopped) return;
    release();
    failures += 1;
    listener.onLost(problem);
    timer = window.setTimeout(open, retryDelayMs(failures));
  };
  const open = async () => {
    window.clearTimeout(timer);
    timer = undefined;
    isOpening = true;
    const opened = await openCamera();
    isOpening = false;
    if (!opened.ok) return lose(opened.failure);
    if (isStopped) return closeCamera(opened.value);
    stream = opened.value;
    openedMs = performance.now();
    stream.getVideoTracks()[0]?.addEventListener('ended', () => lose('disconnected'));
    video.srcObject = stream;
    video.addEventListener('playing', onPlaying, { once: true });
  };
  const onPlaying = () => {
    failures = 0;
    isLive = true;
    listener.onLive();
  };
  const onDeviceChange = () => {
    if (stream === undefined && !isOpening && !isStopped) void open();
  };

  navigator.mediaDevices.addEventListener('devicechange', onDeviceChange);
  void open();
  return {
    noticeStall: () => {
      const isStarting = !isLive && performance.now() - openedMs < FIRST_FRAME_LIMIT_MS;
      if (stream !== undefined && !isStarting) lose('stalled');
    },
    stop: () => {
      isStopped = true;
      navigator.mediaDevices.removeEventListener('devicechange', onDeviceChange);
      video.removeEventListener('playing', onPlaying);
      release();
    },
  };
}
