/** Why there is no picture; the screen has words for each. */
export const CAMERA_PROBLEMS = [
  'not-found',
  'not-allowed',
  'not-readable',
  'disconnected',
  'stalled',
] as const;
export type CameraProblem = (typeof CAMERA_PROBLEMS)[number];

/**
 * Translates the exception names of `getUserMedia` (W3C Media Capture and Streams §10.2.1).
 * A name that is not listed there still means there is no picture.
 */
export function cameraProblemOf(exceptionName: string): CameraProblem {
  switch (exceptionName) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'not-allowed';
    default:
      return 'not-readable';
  }
}

/** Milliseconds to wait before trying again after the given number of failures in a row. */
export function retryDelayMs(failures: number): number {
  return Math.min(1_000 * 2 ** Math.max(0, failures - 1), 30_000);
}
