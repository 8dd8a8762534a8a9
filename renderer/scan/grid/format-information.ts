import type { Level } from './blocks.ts';
import type { SoftGrid } from './soft-grid.ts';

/** What a code says of itself beside its modules of data (ISO/IEC 18004:2015, §7.9). */
export interface Format {
  readonly level: Level;
  readonly mask: number;
}

/** The likeliest of the 32 formats: all 30 modules count, each by how sure it is (§7.9). */
export function readFormat(grid: SoftGrid, modules: number): Format {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  const places = formatPlaces(modules);
  for (let data = 0; data < 32; data += 1) {
    const bits = formatBits(data);
    let score = 0;
    for (const [index, place] of places.entries()) {
      const isDark = ((bits >> (index % 15)) & 1) === 1;
      score += (grid[place] ?? 0) * (isDark ? -1 : 1);
    }
    if (score > bestScore) [best, bestScore] = [data, score];
  }
  return { level: (best >> 3) as Level, mask: best & 7 };
}

function formatBits(data: number): number {
  let rest = data;
  for (let index = 0; index < 10; index += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  return ((data << 10) | rest) ^ 0x5412;
}

/** Both copies, each from the lowest bit. */
function formatPlaces(modules: number): readonly number[] {
  const at = (x: number, y: number) => y * modules + x;
  const places: number[] = [];
  for (let index = 0; index < 6; index += 1) places.push(at(8, index));
  places.push(at(8, 7), at(8, 8), at(7, 8));
  for (let index = 9; index < 15; index += 1) places.push(at(14 - index, 8));
  for (let index = 0; index < 8; index += 1) places.push(at(modules - 1 - index, 8));
  for (let index = 8; index < 15; index += 1) places.push(at(8, modules - 15 + index));
  return places;
}

/** Whether the mask turns a module over (table 10). */
export function isMasked(mask: number, x: number, y: number): boolean {
  switch (mask) {
    case 0:
      return (x + y) % 2 === 0;
    case 1:
      return y % 2 === 0;
    case 2:
      return x % 3 === 0;
    case 3:
      return (x + y) % 3 === 0;
    case 4:
      return (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0;
    case 5:
      return ((x * y) % 2) + ((x * y) % 3) === 0;
    case 6:
      return (((x * y) % 2) + ((x * y) % 3)) % 2 === 0;
    default:
      return (((x + y) % 2) + ((x * y) % 3)) % 2 === 0;
  }
}
