import { failure, type Result, success } from '../../shared/result.ts';
import { type CameraProblem, cameraProblemOf } from './camera-problem.ts';

const CONSTRAINTS: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 1_920 }, height: { ideal: 1_080 }, frameRate: { ideal: 30 } },
};

/** Opens the camera; the failure says why there is no picture. */
export async function openCamera(): Promise<Result<MediaStream, CameraProblem>> {
  try {
    return success(await navigator.mediaDevices.getUserMedia(CONSTRAINTS));
  } catch (error) {
    if (error instanceof DOMException || error instanceof OverconstrainedError) {
      return failure(cameraProblemOf(error.name));
    }
    throw error;
  }
}

/** Ends all tracks of a stream and with them the use of the camera. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
