import type { LumaImage } from './luma-image.ts';

/** A place that looks like the middle of a finder pattern, in pixels of the searched picture. */
export interface FinderSpot {
  readonly x: number;
  readonly y: number;
  /** Side of a module in pixels. */
  readonly module: number;
  /** How much darker the dark rings are than the light ones, in steps of 255. */
  readonly likeness: number;
}

/**
 * Circles around the middle, in modules, that lie wholly or almost in one ring of the pattern
 * however it is turned: dark core, light ring, dark ring, light rim.
 */
const CIRCLES = [
  { radius: 0, points: 1, sign: -1 },
  { radius: 1, points: 8, sign: -1 },
  { radius: 2.2, points: 12, sign: 1 },
  { radius: 3.25, points: 16, sign: -1 },
  { radius: 4.5, points: 16, sign: 1 },
] as const;
/** Sides of a module as shares of the picture's; between two of them the likeness hardly falls. */
const MODULES = [1 / 170, 1 / 144, 1 / 121, 1 / 102, 1 / 86, 1 / 72];
/** Pixels; rings of less run into each other. */
const MIN_MODULE = 1.25;
/** Pixels a module; larger ones are found at every second pixel too. */
const FINE_BELOW = 2;
/** Less than this is what data, noise and print reach everywhere. */
const MIN_LIKENESS = 50;
/** The light ring over the core, four times: less than half of what the palest finders read have. */
const CORE_CONTRAST = 110;
/** Spots worth combining. */
const MAX_SPOTS = 18;

/**
 * The places likest to finder patterns, the likest first. What blurs a code out of every engine's
 * reach leaves the rings' mean brightness nearly as it was. The picture has to hold one code and
 * little else, and its light has to be even.
 */
export function findFinderSpots(image: LumaImage): readonly FinderSpot[] {
  const found: FinderSpot[] = [];
  const side = Math.max(image.width, image.height);
  for (const share of MODULES) {
    if (share * side >= MIN_MODULE) searchAt(image, share * side, found);
  }
  found.sort((one, other) => other.likeness - one.likeness);
  const kept: FinderSpot[] = [];
  for (const spot of found) {
    if (kept.some((other) => isSame(spot, other))) continue;
    kept.push(spot);
    if (kept.length === MAX_SPOTS) break;
  }
  return kept.map((spot) => climb(image, spot));
}

function isSame(one: FinderSpot, other: FinderSpot): boolean {
  const reach = 3 * Math.max(one.module, other.module);
  return Math.abs(one.x - other.x) < reach && Math.abs(one.y - other.y) < reach;
}

function searchAt(image: LumaImage, module: number, found: FinderSpot[]): void {
  const { width, height } = image;
  const pattern = patternOf(module, width);
  // The likeness falls within a module around a pattern's middle.
  const step = module < FINE_BELOW ? 1 : 2;
  for (let y = pattern.reach; y < height - pattern.reach; y += step) {
    for (let x = pattern.reach; x < width - pattern.reach; x += step) {
      const place = y * width + x;
      if (!mayBeCore(image, pattern, place)) continue;
      const likeness = likenessAt(image, pattern, place);
      if (likeness >= MIN_LIKENESS) found.push({ x, y, module, likeness });
    }
  }
}

/** Most places are sorted out by five pixels: the core has to be darker than the ring around it. */
function mayBeCore({ luma, width }: LumaImage, { ring }: Pattern, place: number): boolean {
  const across = (luma[place - ring] ?? 0) + (luma[place + ring] ?? 0);
  const down = (luma[place - ring * width] ?? 0) + (luma[place + ring * width] ?? 0);
  return across + down - 4 * (luma[place] ?? 0) > CORE_CONTRAST;
}

/** The circles' points as distances in a picture's memory. */
interface Pattern {
  readonly dark: Int32Array;
  readonly light: Int32Array;
  /** From the middle to the light ring in pixels. */
  readonly ring: number;
  /** Pixels from the middle that have to be inside the picture. */
  readonly reach: number;
}

function patternOf(module: number, width: number): Pattern {
  const dark: number[] = [];
  const light: number[] = [];
  for (const { radius, points, sign } of CIRCLES) {
    for (let point = 0; point < points; point += 1) {
      const angle = (2 * Math.PI * (point + 0.5)) / points;
      const dx = Math.round(radius * module * Math.cos(angle));
      const dy = Math.round(radius * module * Math.sin(angle));
      (sign > 0 ? light : dark).push(dy * width + dx);
    }
  }
  const reach = Math.ceil(4.5 * module) + 1;
  const ring = Math.round(2 * module);
  return { dark: Int32Array.from(dark), light: Int32Array.from(light), ring, reach };
}

function likenessAt({ luma }: LumaImage, { dark, light }: Pattern, place: number): number {
  let lights = 0;
  for (let index = 0; index < light.length; index += 1) {
    lights += luma[place + (light[index] ?? 0)] ?? 0;
  }
  let darks = 0;
  for (let index = 0; index < dark.length; index += 1) {
    darks += luma[place + (dark[index] ?? 0)] ?? 0;
  }
  return lights / light.length - darks / dark.length;
}

/** To the best of the pixels around, then between them to the top of the hill. */
function climb(image: LumaImage, start: FinderSpot): FinderSpot {
  const pattern = patternOf(start.module, image.width);
  const at = (x: number, y: number) => likenessAt(image, pattern, y * image.width + x);
  let { x, y, likeness } = start;
  for (const [dx, dy] of AROUND) {
    const reached = at(start.x + dx, start.y + dy);
    if (reached > likeness) [x, y, likeness] = [start.x + dx, start.y + dy, reached];
  }
  const top = (before: number, after: number) => {
    const curve = before + after - 2 * likeness;
    return curve < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve))) : 0;
  };
  return {
    ...{ module: start.module, likeness },
    // A pixel's middle is half a pixel into it.
    x: x + 0.5 + top(at(x - 1, y), at(x + 1, y)),
    y: y + 0.5 + top(at(x, y - 1), at(x, y + 1)),
  };
}

const AROUND = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const));
