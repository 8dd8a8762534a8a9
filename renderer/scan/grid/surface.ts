import type { Corners } from '../pipeline/quad.ts';

/**
 * Where the points of a code lie in a picture, as sixteen numbers: the four corners (x and y in the
 * order of reading), then how bent paper departs from that: its bulge in the middle along rows and
 * along columns, and how it is crowded together at the ends, along rows and along columns.
 */
export type Surface = Float64Array;

/** A flat code with these corners. */
export function flatSurface(corners: Corners): Surface {
  const surface = new Float64Array(16);
  for (const [index, { x, y }] of corners.entries()) surface.set([x, y], 2 * index);
  return surface;
}

/** The corners of a surface. */
export function cornersOf(surface: Surface): Corners {
  const at = (index: number) => ({ x: surface[2 * index] ?? 0, y: surface[2 * index + 1] ?? 0 });
  return [at(0), at(1), at(2), at(3)];
}

/** Gives the place of a point; both `u` and `v` run from 0 to 1 over the code. */
export interface Place {
  readonly x: (u: number, v: number) => number;
  readonly y: (u: number, v: number) => number;
}

/**
 * A square seen in perspective: with `w = g·u + h·v + 1`, `x = (a·u + b·v + x0) / w` and
 * `y = (d·u + e·v + y0) / w`.
 */
export type Perspective = Readonly<Record<'a' | 'b' | 'd' | 'e' | 'g' | 'h' | 'x0' | 'y0', number>>;

/** The perspective that a surface's corners are seen in, without its bend. */
export function perspectiveOf(surface: Surface): Perspective {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = surface;
  const dx1 = x1 - x2;
  const dx2 = x3 - x2;
  const dy1 = y1 - y2;
  const dy2 = y3 - y2;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const cross = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / cross;
  const h = (dx1 * sy - sx * dy1) / cross;
  const [a, b] = [x1 - x0 + g * x1, x3 - x0 + h * x3];
  const [d, e] = [y1 - y0 + g * y1, y3 - y0 + h * y3];
  return { a, b, d, e, g, h, x0, y0 };
}

/** Whether a surface has no bend. */
export function isFlat(surface: Surface): boolean {
  return surface.subarray(8).every((bend) => bend === 0);
}

/** The map of a surface: a square seen in perspective, and the bend on top of it. */
export function placeOn(surface: Surface): Place {
  const { a, b, d, e, g, h, x0, y0 } = perspectiveOf(surface);
  const bent = bendOf(surface);
  return {
    x: (u, v) => (a * u + b * v + x0) / (g * u + h * v + 1) + bent.x(u, v),
    y: (u, v) => (d * u + e * v + y0) / (g * u + h * v + 1) + bent.y(u, v),
  };
}

function bendOf(surface: Surface): Place {
  const [ux = 0, uy = 0, vx = 0, vy = 0, crowdUx = 0, crowdUy = 0, crowdVx = 0, crowdVy = 0] =
    surface.subarray(8);
  const bulge = (t: number) => 4 * t * (1 - t);
  const crowd = (t: number) => 10 * t * (1 - t) * (2 * t - 1);
  return {
    x: (u, v) => ux * bulge(u) + vx * bulge(v) + crowdUx * crowd(u) + crowdVx * crowd(v),
    y: (u, v) => uy * bulge(u) + vy * bulge(v) + crowdUy * crowd(u) + crowdVy * crowd(v),
  };
}
