import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import { closeCamera, findChosen, openCamera, type PictureSize, resizePicture } from './camera.ts';
import type { CameraProblem } from './camera-problem.ts';
import { retryDelayMs } from './camera-problem.ts';

/** What the owner of a camera session is told. */
export interface CameraListener {
  onLive(): void;
  onLost(problem: CameraProblem): void;
}

/** Some webcams need seconds for their first frame; they must not be switched off over it. */
const FIRST_FRAME_LIMIT_MS = 6_000;
/** A camera that ran for so long was well: the next failure is the first of a new row. */
const WELL_AFTER_MS = 20_000;

/**
 * Keeps the camera's picture in a video element: opens it, notices when it is unplugged or fails,
 * and tries again with growing waits, at once when a device appears.
 */
export class CameraSession {
  readonly #video: HTMLVideoElement;
  readonly #listener: CameraListener;
  readonly #settings: CameraSettings;
  #size: PictureSize = 'full';
  #stream: MediaStream | undefined;
  #timer: number | undefined;
  #failures = 0;
  #openedMs = 0;
  #liveSinceMs: number | undefined;
  /** It came back without a picture before: playing is not enough to call it live. */
  #isDoubtful = false;
  #isOpening = false;
  #isStopped = false;

  constructor(video: HTMLVideoElement, settings: CameraSettings, listener: CameraListener) {
    this.#video = video;
    this.#listener = listener;
    this.#settings = settings;
  }

  /** Opens the camera and looks after it until stopped. */
  start(): void {
    navigator.mediaDevices.addEventListener('devicechange', this.#onDeviceChange);
    void this.#open();
  }

  stop(): void {
    this.#isStopped = true;
    navigator.mediaDevices.removeEventListener('devicechange', this.#onDeviceChange);
    this.#release();
  }

  /** No frame came for a while, or none with a picture: the camera is given up and opened again. */
  noticeStall(): void {
    const isStarting =
      this.#liveSinceMs === undefined && performance.now() - this.#openedMs < FIRST_FRAME_LIMIT_MS;
    if (this.#stream !== undefined && !isStarting) this.#lose('stalled');
  }

  /** A frame with a picture in it came. */
  noticePicture(): void {
    if (!this.#isDoubtful || this.#liveSinceMs === undefined) return;
    this.#isDoubtful = false;
    this.#listener.onLive();
  }

  /** The machine cannot read such large frames fast enough. */
  reducePicture(): void {
    if (this.#size === 'reduced' || this.#stream === undefined) return;
    this.#size = 'reduced';
    void resizePicture(this.#stream, this.#settings, this.#size);
  }

  async #open(): Promise<void> {
    window.clearTimeout(this.#timer);
    this.#isOpening = true;
    const opened = await openCamera(this.#settings, this.#size);
    this.#isOpening = false;
    if (!opened.ok) return this.#lose(opened.failure);
    if (this.#isStopped) return closeCamera(opened.value);
    const stream = opened.value;
    this.#stream = stream;
    this.#openedMs = performance.now();
    stream.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (this.#stream === stream) this.#lose('disconnected');
    });
    this.#video.srcObject = stream;
    this.#video.addEventListener('playing', this.#onPlaying, { once: true });
  }

  #lose(problem: CameraProblem): void {
    if (this.#isStopped) return;
    const liveSinceMs = this.#liveSinceMs ?? Number.POSITIVE_INFINITY;
    if (performance.now() - liveSinceMs >= WELL_AFTER_MS) this.#failures = 0;
    this.#release();
    this.#failures += 1;
    this.#isDoubtful = problem === 'stalled';
    this.#listener.onLost(problem);
    this.#timer = window.setTimeout(() => void this.#open(), retryDelayMs(this.#failures));
  }

  #release(): void {
    window.clearTimeout(this.#timer);
    this.#video.removeEventListener('playing', this.#onPlaying);
    if (this.#stream !== undefined) closeCamera(this.#stream);
    this.#stream = undefined;
    this.#liveSinceMs = undefined;
    this.#video.srcObject = null;
  }

  readonly #onPlaying = (): void => {
    this.#liveSinceMs = performance.now();
    if (!this.#isDoubtful) this.#listener.onLive();
  };

  readonly #onDeviceChange = (): void => {
    if (this.#isStopped || this.#isOpening) return;
    if (this.#stream === undefined) void this.#open();
    else void this.#changeToChosen(this.#stream);
  };

  /** The chosen camera is back while another one stands in for it. */
  async #changeToChosen(present: MediaStream): Promise<void> {
    const chosen = await findChosen(this.#settings);
    const presentId = present.getVideoTracks()[0]?.getSettings().deviceId;
    if (chosen === undefined || chosen.deviceId === presentId || this.#stream !== present) return;
    this.#release();
    await this.#open();
  }
}
