import { halve } from './halve.ts';
import { type LumaImage, type Region, widen } from './luma-image.ts';

/** Side of a block in pixels of the searched picture: one to five modules. */
const BLOCK = 8;
/** A spot as busy as this is clearly busy; more does not count. */
const CLEAR = 0.2;
/** Candidates worth a look in one picture. */
const MAX_REGIONS = 3;
/** A neighbour belongs to a code when it is at least this busy, from wall (0) to busiest spot (1). */
const SHARE_OF_PEAK = 0.25;
/** Brightness that counts as dark grey: ratios of what is darker would be ratios of noise. */
const DARK = 24;
/** How much busier than the wall a spot must be. */
const MIN_BUSYNESS = 0.006;
/** Fewest blocks along a side that a readable code of 57 modules covers. */
const MIN_BLOCKS = 5;
/** A code seen at a steep angle is at most this much longer than wide. */
const MAX_ASPECT = 2.6;
/** Air around a region, in shares of its longer side. */
const MARGIN = 0.09;
/** Rows and columns of blocks that are less full than this are not part of the code. */
const SHARE_OF_FULLEST = 0.12;

/** How busy each block of a picture is. */
interface BusyMap {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/**
 * Where a picture looks like a QR code, the likeliest place first: many changes from light to
 * dark across as well as down, over an area about as wide as high. Print has the changes but is
 * wide; an edge changes one way only.
 */
export function findRegions(image: LumaImage): readonly Region[] {
  const half = halve(image);
  const fine = search(half).map((region) => grown(region, 2, image));
  const coarse = search(halve(half)).map((region) => grown(region, 4, image));
  const [likeliest] = coarse;
  if (likeliest === undefined) return fine;
  // The smaller picture shows codes that noise covers or that are pale; the larger one their edges.
  const inside = fine.filter((region) => isMostOf(region, likeliest));
  return inside.length > 0 ? [...inside, ...coarse.slice(1)] : coarse;
}

function grown(region: Region, factor: number, image: LumaImage): Region {
  const [left, top] = [region.left * factor, region.top * factor];
  const inside = {
    ...{ left, top },
    width: Math.min(image.width - left, region.width * factor),
    height: Math.min(image.height - top, region.height * factor),
  };
  return widen(inside, MARGIN, image);
}

function isMostOf(part: Region, whole: Region): boolean {
  const x = part.left + part.width / 2 - whole.left;
  const y = part.top + part.height / 2 - whole.top;
  const isInside = x > 0 && y > 0 && x < whole.width && y < whole.height;
  return isInside && part.width * part.height * 4 > whole.width * whole.height;
}

/** In pixels of the searched picture, without air around. */
function search(image: LumaImage): readonly Region[] {
  const map = smoothMap(measureBusyness(image));
  const ground = median(map.values);
  const found: { readonly region: Region; readonly score: number }[] = [];
  for (let look = 0; look < 2 * MAX_REGIONS && found.length < MAX_REGIONS; look += 1) {
    const peak = indexOfPeak(map);
    if ((map.values[peak] ?? 0) < MIN_BUSYNESS + ground) break;
    const spot = takeSpot(map, peak, ground);
    const box = boxOf(spot);
    if (isSquarish(box)) found.push({ region: inPixels(box), score: spot.weight });
  }
  return found.sort((one, other) => other.score - one.score).map(({ region }) => region);
}

function measureBusyness({ width, height, luma }: LumaImage): BusyMap {
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const start = (row * width + column) * BLOCK;
      values[row * columns + column] = busynessOf(luma, start, width);
    }
  }
  return { columns, rows, values };
}

/** The smaller of the changes across and down, over the brightness. */
function busynessOf(luma: Uint8Array, start: number, width: number): number {
  let across = 0;
  let down = 0;
  let sum = 0;
  for (let y = 0; y < BLOCK - 1; y += 1) {
    const from = start + y * width;
    for (let index = from; index < from + BLOCK - 1; index += 1) {
      const value = luma[index] ?? 0;
      across += Math.abs(value - (luma[index + 2] ?? 0));
      down += Math.abs(value - (luma[index + 2 * width] ?? 0));
      sum += value;
    }
  }
  // Print in deep black must not outshine a pale code.
  return Math.min(CLEAR, Math.min(across, down) / (sum + DARK * (BLOCK - 1) ** 2));
}

/** The mean over 3 × 3 blocks: a code is busy all over, a speck is not. */
function smoothMap({ columns, rows, values }: BusyMap): BusyMap {
  const result = new Float32Array(values.length);
  for (let row = 1; row < rows - 1; row += 1) {
    for (let column = 1; column < columns - 1; column += 1) {
      let sum = 0;
      for (let near = -1; near <= 1; near += 1) {
        const index = (row + near) * columns + column;
        sum += (values[index - 1] ?? 0) + (values[index] ?? 0) + (values[index + 1] ?? 0);
      }
      result[row * columns + column] = sum / 9;
    }
  }
  return { columns, rows, values: result };
}

function indexOfPeak({ values }: BusyMap): number {
  let peak = 0;
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0) > (values[peak] ?? 0)) peak = index;
  }
  return peak;
}

/** What most of the picture is like: walls, with the noise of this camera on them. */
function median(values: Float32Array): number {
  return values.slice().sort()[values.length >> 1] ?? 0;
}

/** Blocks that hang together; how many of them each column and row holds. */
interface Spot {
  readonly perColumn: Uint16Array;
  readonly perRow: Uint16Array;
  weight: number;
}

/** Collects the blocks around a peak that are nearly as busy, and takes them off the map. */
function takeSpot(map: BusyMap, peak: number, ground: number): Spot {
  const { columns, rows, values } = map;
  const limit = ground + ((values[peak] ?? 0) - ground) * SHARE_OF_PEAK;
  const spot = { perColumn: new Uint16Array(columns), perRow: new Uint16Array(rows), weight: 0 };
  const waiting = [peak];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const value = values[index] ?? 0;
    if (value === 0 || value < limit) continue;
    values[index] = 0;
    count(spot.perColumn, index % columns);
    count(spot.perRow, Math.floor(index / columns));
    spot.weight += value - ground;
    waiting.push(index - 1, index + 1, index - columns, index + columns);
  }
  return spot;
}

function count(counts: Uint16Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

/** From the first to behind the last that is at least half as full as the fullest. */
function extentOf(counts: Uint16Array): { readonly from: number; readonly to: number } {
  const least = SHARE_OF_FULLEST * Math.max(...counts);
  const from = counts.findIndex((blocks) => blocks >= least);
  let to = counts.length;
  while (to > from && (counts[to - 1] ?? 0) < least) to -= 1;
  return { from, to };
}

/** In blocks; what hangs on to a code at one side, such as print beside it, is cut off. */
function boxOf(spot: Spot): Region {
  const across = extentOf(spot.perColumn);
  const down = extentOf(spot.perRow);
  const width = across.to - across.from;
  return { left: across.from, top: down.from, width, height: down.to - down.from };
}

function isSquarish({ width, height }: Region): boolean {
  if (Math.min(width, height) < MIN_BLOCKS) return false;
  return Math.max(width, height) < MAX_ASPECT * Math.min(width, height);
}

function inPixels({ left, top, width, height }: Region): Region {
  return { left: left * BLOCK, top: top * BLOCK, width: width * BLOCK, height: height * BLOCK };
}
