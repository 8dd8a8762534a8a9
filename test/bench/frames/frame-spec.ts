/** Everything that makes one picture of a held-up code what it is; the seed settles the rest. */
export interface FrameSpec {
  readonly seed: number;
  /** Which frame of a video this is: same hall and code, other noise and movement. */
  readonly moment: number;
  readonly width: number;
  readonly height: number;
  readonly textLength: number;
  /** Side of the code over the height of the frame. */
  readonly share: number;
  readonly rotationDegrees: number;
  readonly tiltDegrees: number;
  /** Half the angle of the arc that bent paper makes. */
  readonly bendDegrees: number;
  /** Standard deviation of the lens's blur, in modules. */
  readonly defocusModules: number;
  /** Length of the smear a moving hand leaves, in modules. */
  readonly motionModules: number;
  /** Standard deviation of the sensor's noise, in steps of 255. */
  readonly noise: number;
  /** Diameter of a burnt-out reflection over the side of the code. */
  readonly glare: number;
  /** From 0 (even) to 1 (one edge of the code in the dark). */
  readonly uneven: number;
  /** Distance between paper and ink, in steps of 255. */
  readonly contrast: number;
  /** Depth of a screen's pixel grid, from 0 to 1. */
  readonly grid: number;
  /** JPEG quality of the camera's stream; 100 leaves the step out. */
  readonly jpegQuality: number;
  /** Share of the code's side that a finger covers at one corner. */
  readonly covered: number;
  /** Where the centre lies off the middle, in shares of the frame's height. */
  readonly offset: { readonly x: number; readonly y: number };
}

/** A camera's grey picture, row by row, 0 is black. */
export interface GreyFrame {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** A frame and what is to be read in it; `undefined` where it holds no code. */
export interface TestFrame extends GreyFrame {
  readonly text: string | undefined;
}

/** A certificate held calmly before a decent camera. */
export const CALM: FrameSpec = {
  seed: 0,
  moment: 0,
  width: 1_280,
  height: 720,
  textLength: 400,
  share: 0.5,
  rotationDegrees: 3,
  tiltDegrees: 5,
  bendDegrees: 0,
  defocusModules: 0.15,
  motionModules: 0,
  noise: 3,
  glare: 0,
  uneven: 0.1,
  contrast: 150,
  grid: 0,
  jpegQuality: 100,
  covered: 0,
  offset: { x: 0, y: 0 },
};
