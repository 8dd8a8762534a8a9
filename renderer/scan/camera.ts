import { BrowserCodeReader } from '@zxing/browser';
import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { chosenDevice } from './camera-choice.ts';
import { type CameraProblem, cameraProblemOf } from './camera-problem.ts';
import { applyTuning } from './camera-tuning.ts';

/** How large a picture is asked for; a camera that cannot gives the nearest it has. */
export type PictureSize = 'full' | 'reduced';

const SIZES = {
  full: { width: { ideal: 1_920 }, height: { ideal: 1_080 } },
  reduced: { width: { ideal: 1_280 }, height: { ideal: 720 } },
} as const satisfies Record<PictureSize, MediaTrackConstraints>;

/** Opens the chosen camera, or any when it is not there; the failure says why there is no picture. */
export async function openCamera(
  settings: CameraSettings,
  size: PictureSize,
): Promise<Result<MediaStream, CameraProblem>> {
  try {
    const device = await findChosen(settings);
    const video = {
      ...SIZES[size],
      frameRate: { ideal: 30 },
      // Not `exact`: a camera is better than none while the chosen one is being plugged in again.
      ...(device === undefined ? {} : { deviceId: { ideal: device.deviceId } }),
    };
    const stream = await askForCamera({ audio: false, video });
    if (stream === undefined) return failure('not-readable');
    await applyTuning(stream, settings);
    return success(stream);
  } catch (error) {
    if (error instanceof DOMException || error instanceof OverconstrainedError) {
      return failure(cameraProblemOf(error.name));
    }
    throw error;
  }
}

/** A driver that hangs never answers; a camera it opens after all is closed again. */
const ANSWER_LIMIT_MS = 10_000;

function askForCamera(constraints: MediaStreamConstraints): Promise<MediaStream | undefined> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = window.setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, ANSWER_LIMIT_MS);
    navigator.mediaDevices
      .getUserMedia(constraints)
      .then((stream) => (isLate ? closeCamera(stream) : resolve(stream)), reject)
      .finally(() => window.clearTimeout(timer));
  });
}

/** All cameras that are plugged in; without names until one has been used. */
export function listCameras(): Promise<readonly MediaDeviceInfo[]> {
  return BrowserCodeReader.listVideoInputDevices();
}

/** The chosen camera, when it is plugged in. */
export async function findChosen(settings: CameraSettings): Promise<MediaDeviceInfo | undefined> {
  if (settings.deviceId === '' && settings.deviceLabel === '') return undefined;
  return chosenDevice(await listCameras(), settings);
}

/** Asks a running camera for the other size. It may refuse; what it has is good enough then. */
export async function resizePicture(
  stream: MediaStream,
  settings: CameraSettings,
  size: PictureSize,
): Promise<void> {
  const [track] = stream.getVideoTracks();
  try {
    await track?.applyConstraints({ ...SIZES[size], frameRate: { ideal: 30 } });
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof OverconstrainedError)) throw error;
  }
  // New constraints take the place of all earlier ones, exposure and focus included.
  await applyTuning(stream, settings);
}

/** Ends all tracks of a stream and with them the use of the camera. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
