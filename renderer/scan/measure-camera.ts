import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import type { CameraReport } from '../../shared/ipc/self-test.ts';
import { closeCamera, openCamera } from './camera.ts';
import type { CameraProblem } from './camera-problem.ts';

/** Some webcams need seconds for their first frame. */
const FIRST_FRAME_LIMIT_MS = 6_000;

const STATE_OF: Readonly<Record<CameraProblem, CameraReport['state']>> = {
  'not-found': 'not-found',
  'not-allowed': 'not-allowed',
  'not-readable': 'not-readable',
  disconnected: 'not-found',
  stalled: 'no-picture',
};

/** Opens the camera for a moment and says what it is and whether a frame came; keeps no picture. */
export async function measureCamera(settings: CameraSettings): Promise<CameraReport> {
  const opened = await openCamera(settings, 'full');
  if (!opened.ok) return { ...NO_CAMERA, state: STATE_OF[opened.failure] };
  const stream = opened.value;
  const [track] = stream.getVideoTracks();
  const hasPicture = await sawFrame(stream);
  const { width = 0, height = 0, frameRate = 0 } = track?.getSettings() ?? {};
  const capabilities = Object.keys(track?.getCapabilities?.() ?? {});
  closeCamera(stream);
  return {
    state: hasPicture ? 'live' : 'no-picture',
    label: (track?.label ?? '').slice(0, 256),
    ...{ width, height, framesPerSecond: frameRate, capabilities },
  };
}

const NO_CAMERA = { label: '', width: 0, height: 0, framesPerSecond: 0, capabilities: [] };

async function sawFrame(stream: MediaStream): Promise<boolean> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  return new Promise((resolve) => {
    const end = (came: boolean): void => {
      window.clearTimeout(timer);
      video.srcObject = null;
      resolve(came);
    };
    const timer = window.setTimeout(() => end(false), FIRST_FRAME_LIMIT_MS);
    video.requestVideoFrameCallback(() => end(true));
    video.play().catch(() => end(false));
  });
}
