import type { LumaImage } from './luma-image.ts';

/** A smaller picture; each of its pixels is the mean of `factor` × `factor` (a whole number). */
export function shrink({ width, height, luma }: LumaImage, factor: number): LumaImage {
  const small = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
  const result = new Uint8Array(small.width * small.height);
  const sums = new Uint32Array(small.width);
  const share = 1 / (factor * factor);
  for (let y = 0; y < small.height; y += 1) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row += 1) {
      let from = row * width;
      for (let x = 0; x < small.width; x += 1) {
        let sum = 0;
        for (const end = from + factor; from < end; from += 1) sum += luma[from] ?? 0;
        sums[x] = (sums[x] ?? 0) + sum;
      }
    }
    for (let x = 0; x < small.width; x += 1) result[y * small.width + x] = (sums[x] ?? 0) * share;
  }
  return { ...small, luma: result };
}
