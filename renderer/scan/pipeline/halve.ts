import type { LumaImage } from './luma-image.ts';

/** Half the size each way, the mean of four pixels: the sensor's noise is halved, modules stay. */
export function halve(image: LumaImage): LumaImage {
  const present = HALVES.get(image) ?? meanOfFours(image);
  HALVES.set(image, present);
  return present;
}

/** A large frame is looked at in half its size, and then searched in it. */
const HALVES = new WeakMap<LumaImage, LumaImage>();

function meanOfFours({ width, height, luma }: LumaImage): LumaImage {
  const half = { width: width >> 1, height: height >> 1 };
  const result = new Uint8Array(half.width * half.height);
  for (let y = 0; y < half.height; y += 1) {
    let from = 2 * y * width;
    for (let to = y * half.width; to < (y + 1) * half.width; to += 1) {
      const upper = (luma[from] ?? 0) + (luma[from + 1] ?? 0);
      result[to] = (upper + (luma[from + width] ?? 0) + (luma[from + width + 1] ?? 0)) >> 2;
      from += 2;
    }
  }
  return { ...half, luma: result };
}
