import type { LumaImage } from './luma-image.ts';

/** The mean over a square around each pixel; the edge's pixels count for what lies beyond. */
export function boxMean(image: LumaImage, radius: number): Uint8Array {
  const { width, height, luma } = image;
  const rows = new Uint8Array(luma.length);
  for (let y = 0; y < height; y += 1) meanOfRow(luma, rows, { start: y * width, width, radius });
  return meanOfColumns({ width, height, luma: rows }, radius);
}

interface Row {
  readonly start: number;
  readonly width: number;
  readonly radius: number;
}

function meanOfRow(from: Uint8Array, to: Uint8Array, { start, width, radius }: Row): void {
  const last = start + width - 1;
  const scale = 65_536 / (2 * radius + 1);
  let sum = (from[start] ?? 0) * (radius + 1);
  for (let x = 1; x <= radius; x += 1) sum += from[Math.min(start + x, last)] ?? 0;
  for (let x = 0; x < width; x += 1) {
    to[start + x] = (sum * scale + 32_768) >> 16;
    const enters = from[Math.min(start + x + radius + 1, last)] ?? 0;
    const leaves = from[Math.max(start + x - radius, start)] ?? 0;
    sum += enters - leaves;
  }
}

/** Down all columns at once, a row of sums travelling along: memory is read in its own order. */
function meanOfColumns({ width, height, luma }: LumaImage, radius: number): Uint8Array {
  const result = new Uint8Array(luma.length);
  const sums = new Int32Array(width);
  const scale = 65_536 / (2 * radius + 1);
  for (let y = -radius; y <= radius; y += 1) {
    const from = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = 0; x < width; x += 1) sums[x] = (sums[x] ?? 0) + (luma[from + x] ?? 0);
  }
  for (let y = 0; y < height; y += 1) {
    const enters = Math.min(height - 1, y + radius + 1) * width;
    const leaves = Math.max(0, y - radius) * width;
    for (let x = 0; x < width; x += 1) {
      const sum = sums[x] ?? 0;
      result[y * width + x] = (sum * scale + 32_768) >> 16;
      sums[x] = sum + (luma[enters + x] ?? 0) - (luma[leaves + x] ?? 0);
    }
  }
  return result;
}
