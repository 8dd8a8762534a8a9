import type { LumaImage } from '../pipeline/luma-image.ts';
import { type Layout, layoutOf } from './layout.ts';
import { lookUp } from './look-up.ts';
import { isFlat, perspectiveOf, placeOn, type Surface } from './surface.ts';

/** Modules whose shade is known beforehand, and where they lie on the code. */
export interface Marks {
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** 1 for light, -1 for dark. */
  readonly sign: Int8Array;
}

/** Steps in modules: from what an engine's corners are off to what a sample cannot tell. */
const STEPS = [0.8, 0.4, 0.2, 0.1, 0.05] as const;
/** Rounds with one step before the next smaller one. */
const ROUNDS = 3;

/**
 * The sizes of code that fit best to corners of which the engine could not tell more; the first is
 * the likeliest.
 */
export function likelyLayouts(image: LumaImage, surface: Surface): readonly Layout[] {
  const scored: { readonly layout: Layout; readonly fit: number }[] = [];
  for (let modules = SMALLEST; modules <= LARGEST; modules += 4) {
    const layout = layoutOf(modules);
    if (layout === undefined) continue;
    const marks = marksOf(layout);
    scored.push({ layout, fit: score(image, surface, marks) / marks.sign.length });
  }
  scored.sort((one, other) => other.fit - one.fit);
  return scored.slice(0, 2).map(({ layout }) => layout);
}

/** Modules of the codes that certificates have: about 250 to 1,100 characters. */
export const SMALLEST = 49;
export const LARGEST = 101;

/** A surface and how well it lies: from 0 (chance) to 1 (all known modules as they should be). */
export interface Fitted {
  readonly layout: Layout;
  readonly surface: Surface;
  readonly fit: number;
}

/**
 * Moves corners and bend until the modules known beforehand (finders, timing, alignment) come out
 * as light and dark as they should. The picture's light has to be even.
 */
export function fitSurface(image: LumaImage, start: Surface, layout: Layout, shape: Shape): Fitted {
  return fitToMarks(image, { layout, surface: start, fit: 0 }, marksOf(layout), shape);
}

function fitToMarks(image: LumaImage, from: Fitted, marks: Marks, shape: Shape): Fitted {
  const { layout, surface: start } = from;
  const surface = start.slice();
  const moduleSide =
    Math.hypot((start[2] ?? 0) - (start[0] ?? 0), (start[3] ?? 0) - (start[1] ?? 0)) /
    layout.modules;
  const free = shape === 'flat' ? 8 : surface.length;
  let best = score(image, surface, marks);
  for (const step of STEPS) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = best;
      for (let index = 0; index < free; index += 1) {
        best = moveOne({ image, surface, marks }, index, { by: step * moduleSide, best });
      }
      if (best === before) break;
    }
  }
  return { layout, surface, fit: best / (marks.sign.length * 64) };
}

/** Whether the paper may be bent. */
export type Shape = 'flat' | 'bent';

interface Search {
  readonly image: LumaImage;
  readonly surface: Surface;
  readonly marks: Marks;
}

function moveOne(
  { image, surface, marks }: Search,
  index: number,
  { by, best }: { readonly by: number; readonly best: number },
): number {
  const origin = surface[index] ?? 0;
  for (const moved of [origin + by, origin - by]) {
    surface[index] = moved;
    const reached = score(image, surface, marks);
    if (reached > best) return reached;
  }
  surface[index] = origin;
  return best;
}

/** Of the modules that were guessed, one in so many is enough to hold the surface in its place. */
const HOLD_BY_EACH = 5;
/** Surer than this a guess is mostly right. */
const SURE = 0.4;

/**
 * Lays a surface anew by what its modules were read as, right or wrong: most are right, and they
 * are everywhere, where the modules known beforehand are at the edges and smeared themselves.
 */
export function fitToGuess(image: LumaImage, before: Fitted, grid: Float32Array): Fitted {
  const { modules, known } = before.layout;
  const places = [...grid.keys()].filter(
    (place) =>
      known[place] !== 0 || (place % HOLD_BY_EACH === 0 && Math.abs(grid[place] ?? 0) > SURE),
  );
  const marks = {
    u: Float32Array.from(places, (place) => ((place % modules) + 0.5) / modules),
    v: Float32Array.from(places, (place) => (Math.floor(place / modules) + 0.5) / modules),
    sign: Int8Array.from(
      places,
      (place) => [0, 1, -1][known[place] ?? 0] || Math.sign(grid[place] ?? 0),
    ),
  };
  return fitToMarks(image, before, marks, 'bent');
}

/** Of more modules, as many are enough to hold a surface in its place. */
const MOST_MARKS = 700;

/** The modules of a layout that are known beforehand. */
export function marksOf(layout: Layout): Marks {
  const present = MARKS.get(layout) ?? collectMarks(layout);
  MARKS.set(layout, present);
  return present;
}

/** Each is needed in frame after frame. */
const MARKS = new WeakMap<Layout, Marks>();

function collectMarks({ known, modules }: Layout): Marks {
  const all = [...known.keys()].filter((place) => known[place] !== 0);
  const stride = Math.max(1, Math.floor(all.length / MOST_MARKS));
  const places = all.filter((_, index) => index % stride === 0);
  return {
    u: Float32Array.from(places, (place) => ((place % modules) + 0.5) / modules),
    v: Float32Array.from(places, (place) => (Math.floor(place / modules) + 0.5) / modules),
    sign: Int8Array.from(places, (place) => (known[place] === 1 ? 1 : -1)),
  };
}

/** How light the light marks and how dark the dark ones are under a surface, all added up. */
export function score(image: LumaImage, surface: Surface, marks: Marks): number {
  return isFlat(surface) ? scoreFlat(image, surface, marks) : scoreBent(image, surface, marks);
}

/** The same without a bend: most of the time that fitting takes is spent here. */
function scoreFlat(image: LumaImage, surface: Surface, { u, v, sign }: Marks): number {
  const { a, b, d, e, g, h, x0, y0 } = perspectiveOf(surface);
  let sum = 0;
  for (let index = 0; index < sign.length; index += 1) {
    const across = u[index] ?? 0;
    const down = v[index] ?? 0;
    const w = 1 / (g * across + h * down + 1);
    const shade = lookUp(image, (a * across + b * down + x0) * w, (d * across + e * down + y0) * w);
    sum += (sign[index] ?? 0) * (shade - 128);
  }
  return sum;
}

function scoreBent(image: LumaImage, surface: Surface, { u, v, sign }: Marks): number {
  const place = placeOn(surface);
  let sum = 0;
  for (let index = 0; index < sign.length; index += 1) {
    const across = u[index] ?? 0;
    const down = v[index] ?? 0;
    sum += (sign[index] ?? 0) * (lookUp(image, place.x(across, down), place.y(across, down)) - 128);
  }
  return sum;
}
