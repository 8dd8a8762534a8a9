import type { LumaImage } from './luma-image.ts';

/** A frame boiled down to what tells change from standstill and a picture from black. */
export interface Thumbnail {
  /** Brightness at points spread over the frame. */
  readonly points: Uint8Array;
}

const COLUMNS = 64;
const ROWS = 36;
/** A point has changed when it moved by more than the noise of a cheap camera. */
const NOISE = 14;
/** So many changed points are something moving, not a flicker. */
const MIN_CHANGED = 24;
/** The brightest spot of a picture from a covered or dead camera (video black is 16). */
const BLACK = 34;

/** Takes the thumbnail of a frame: single pixels, because an even mean would hide the noise. */
export function thumbnailOf({ width, height, luma }: LumaImage): Thumbnail {
  const points = new Uint8Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    const start = Math.floor(((row + 0.5) * height) / ROWS) * width;
    for (let column = 0; column < COLUMNS; column += 1) {
      points[row * COLUMNS + column] =
        luma[start + Math.floor(((column + 0.5) * width) / COLUMNS)] ?? 0;
    }
  }
  return { points };
}

/** Whether something in view moved or came between two frames. */
export function hasChanged(before: Thumbnail, after: Thumbnail): boolean {
  let changed = 0;
  for (let index = 0; index < after.points.length; index += 1) {
    const distance = (after.points[index] ?? 0) - (before.points[index] ?? 0);
    if (distance > NOISE || distance < -NOISE) changed += 1;
  }
  return changed >= MIN_CHANGED;
}

/** Whether two frames are the same to the last bit; a living sensor's noise never is. */
export function isSame(before: Thumbnail, after: Thumbnail): boolean {
  return after.points.every((value, index) => value === before.points[index]);
}

/** Whether there is no light in the picture at all. */
export function isBlack({ points }: Thumbnail): boolean {
  return points.every((value) => value <= BLACK);
}
