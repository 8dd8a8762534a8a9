import * as v from 'valibot';

/** A share of the picture's side that is cut off; at most so much that something is left. */
const Margin = v.pipe(v.number(), v.minValue(0), v.maxValue(0.45));

/** Degrees clockwise by which the picture has to be turned to stand upright. */
export const ROTATIONS = [0, 90, 180, 270] as const;

/**
 * How a terminal's camera is mounted and set, as the administrator leaves it. Everything about the
 * picture is in the camera's own coordinates, before it is turned or mirrored for the screen.
 */
export const CameraSettingsSchema = v.strictObject({
  /** The chosen device; empty = whatever the system takes first. Changes with the browser's profile. */
  deviceId: v.pipe(v.string(), v.maxLength(512)),
  /** Its name, by which it is found again when its id has changed. */
  deviceLabel: v.pipe(v.string(), v.maxLength(256)),
  /** Cameras are mounted sideways and upside down; only the screen needs it, codes are read anyway. */
  rotation: v.picklist(ROTATIONS),
  /** Shown as in a mirror, because people steer by it. Frames are read as they are. */
  mirror: v.boolean(),
  /** What is cut off each side: a neighbour's desk, a window, the frame of the housing. */
  crop: v.strictObject({ left: Margin, top: Margin, right: Margin, bottom: Margin }),
  /** In steps of the aperture; `null` = as the camera thinks best. Phones are brighter than halls. */
  exposureCompensation: v.nullable(v.pipe(v.number(), v.minValue(-10), v.maxValue(10))),
  /** In metres; `null` = the camera focuses by itself. */
  focusDistance: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** The camera's lamp; `null` = not touched. */
  torch: v.nullable(v.boolean()),
});
export type CameraSettings = v.InferOutput<typeof CameraSettingsSchema>;
export type Rotation = CameraSettings['rotation'];
export type CropMargins = CameraSettings['crop'];

/** Any camera, mounted upright, seen as in a mirror and left to itself. */
export const DEFAULT_CAMERA_SETTINGS: CameraSettings = {
  deviceId: '',
  deviceLabel: '',
  rotation: 0,
  mirror: true,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  exposureCompensation: null,
  focusDistance: null,
  torch: null,
};

/** Where the camera sits beside the screen, as whoever stands before it sees it. */
export const CAMERA_PLACES = ['unknown', 'above', 'below', 'left', 'right'] as const;
export type CameraPlace = (typeof CAMERA_PLACES)[number];
