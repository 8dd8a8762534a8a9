import { BrowserCodeReader } from '@zxing/browser';
import { failure, type Result, success } from '../../shared/result.ts';
import { type CameraChoice, chosenDevice } from './camera-choice.ts';
import { type CameraProblem, cameraProblemOf } from './camera-problem.ts';

/** How large a picture is asked for; a camera that cannot gives the nearest it has. */
export type PictureSize = 'full' | 'reduced';

const SIZES = {
  full: { width: { ideal: 1_920 }, height: { ideal: 1_080 } },
  reduced: { width: { ideal: 1_280 }, height: { ideal: 720 } },
} as const satisfies Record<PictureSize, MediaTrackConstraints>;

/** Opens the chosen camera, or any when it is not there; the failure says why there is no picture. */
export async function openCamera(
  choice: CameraChoice,
  size: PictureSize,
): Promise<Result<MediaStream, CameraProblem>> {
  try {
    const device = await findChosen(choice);
    const video = {
      ...SIZES[size],
      frameRate: { ideal: 30 },
      // Not `exact`: a camera is better than none while the chosen one is being plugged in again.
      ...(device === undefined ? {} : { deviceId: { ideal: device.deviceId } }),
    };
    return success(await navigator.mediaDevices.getUserMedia({ audio: false, video }));
  } catch (error) {
    if (error instanceof DOMException || error instanceof OverconstrainedError) {
      return failure(cameraProblemOf(error.name));
    }
    throw error;
  }
}

/** The chosen camera, when it is plugged in. */
export async function findChosen(choice: CameraChoice): Promise<MediaDeviceInfo | undefined> {
  const chosen = choice.load();
  if (chosen === undefined) return undefined;
  return chosenDevice(await BrowserCodeReader.listVideoInputDevices(), chosen);
}

/** Asks a running camera for the other size. It may refuse; what it has is good enough then. */
export async function resizePicture(stream: MediaStream, size: PictureSize): Promise<void> {
  const [track] = stream.getVideoTracks();
  try {
    await track?.applyConstraints({ ...SIZES[size], frameRate: { ideal: 30 } });
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof OverconstrainedError)) throw error;
  }
}

/** Ends all tracks of a stream and with them the use of the camera. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
