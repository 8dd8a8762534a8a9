import { boxMean } from './box-mean.ts';
import type { LumaImage } from './luma-image.ts';

/** Steepens edges: what differs from the mean around a pixel comes out `amount` times stronger. */
export function sharpen(image: LumaImage, radius: number, amount: number): LumaImage {
  const mean = boxMean(image, radius);
  const { width, height, luma } = image;
  const result = new Uint8ClampedArray(luma.length);
  for (let index = 0; index < luma.length; index += 1) {
    const value = luma[index] ?? 0;
    result[index] = value + amount * (value - (mean[index] ?? 0));
  }
  return { width, height, luma: new Uint8Array(result.buffer) };
}

/** Takes shadows and weak contrast away: every neighbourhood gets the same mean and spread. */
export function evenLight(image: LumaImage, radius: number, leastSpread = MIN_SPREAD): LumaImage {
  const { width, height, luma } = image;
  const mean = boxMean(image, radius);
  const distance = new Uint8Array(luma.length);
  for (let index = 0; index < luma.length; index += 1) {
    distance[index] = Math.abs((luma[index] ?? 0) - (mean[index] ?? 0));
  }
  const spread = boxMean({ width, height, luma: distance }, radius);
  const gains = Float32Array.from(
    { length: 256 },
    (_, at) => TARGET_SPREAD / Math.max(leastSpread, at),
  );
  const result = new Uint8ClampedArray(luma.length);
  for (let index = 0; index < luma.length; index += 1) {
    const away = (luma[index] ?? 0) - (mean[index] ?? 0);
    result[index] = 128 + away * (gains[spread[index] ?? 0] ?? 0);
  }
  return { width, height, luma: new Uint8Array(result.buffer) };
}

/** Mean distance from grey that modules are brought to. */
const TARGET_SPREAD = 64;
/** Where there is less than this there is no code, only noise that must not be blown up. */
const MIN_SPREAD = 3;

/** The mean of 3 × 3 pixels: less noise and moiré, and a little less sharp. */
export function smooth(image: LumaImage): LumaImage {
  return { width: image.width, height: image.height, luma: boxMean(image, 1) };
}
