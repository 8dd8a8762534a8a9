import type { CropMargins } from '../../shared/ipc/camera-settings.ts';
import type { Region } from './pipeline/luma-image.ts';

/** What is left of a picture of this size once the margins are cut off, in whole pixels. */
export function croppedRegion(
  { width, height }: { readonly width: number; readonly height: number },
  { left, top, right, bottom }: CropMargins,
): Region {
  const x = Math.round(left * width);
  const y = Math.round(top * height);
  return {
    left: x,
    top: y,
    width: Math.max(1, Math.round((1 - right) * width) - x),
    height: Math.max(1, Math.round((1 - bottom) * height) - y),
  };
}

/** Whether anything is cut off at all. */
export function isCropped({ left, top, right, bottom }: CropMargins): boolean {
  return left + top + right + bottom > 0;
}
