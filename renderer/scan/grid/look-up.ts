import type { LumaImage } from '../pipeline/luma-image.ts';

/** The value between four pixels; places are pixels' edges, so (0.5, 0.5) is the first centre. */
export function lookUp({ width, height, luma }: LumaImage, x: number, y: number): number {
  const inX = Math.min(Math.max(x - 0.5, 0), width - 1.001);
  const inY = Math.min(Math.max(y - 0.5, 0), height - 1.001);
  const left = inX | 0;
  const top = inY | 0;
  const across = inX - left;
  const index = top * width + left;
  const a = luma[index] ?? 0;
  const b = luma[index + 1] ?? 0;
  const c = luma[index + width] ?? 0;
  const d = luma[index + width + 1] ?? 0;
  const upper = a + (b - a) * across;
  return upper + (c + (d - c) * across - upper) * (inY - top);
}
