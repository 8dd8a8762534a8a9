import type { Point } from '../outline.ts';
import type { Region } from './luma-image.ts';

/** The corners of a code in the order of its own reading: upper left, then clockwise. */
export type Corners = readonly [Point, Point, Point, Point];

/** The smallest upright rectangle around the corners. */
export function boundsOf(corners: Corners): Region {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  const width = Math.ceil(Math.max(...xs)) - left;
  return { left, top, width, height: Math.ceil(Math.max(...ys)) - top };
}

/** The corners of a rectangle. */
export function cornersOf({ left, top, width, height }: Region): Corners {
  const [right, bottom] = [left + width, top + height];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** Corners found in an enlarged part, in pixels of the whole. */
export function outOfPart(corners: Corners, part: Region, scale: number): Corners {
  const [a, b, c, d] = corners;
  const back = ({ x, y }: Point): Point => ({ x: x / scale + part.left, y: y / scale + part.top });
  return [back(a), back(b), back(c), back(d)];
}

/** Whether these can be the corners of a code: convex, not tiny, sides not wildly unlike. */
export function isPlausible(corners: Corners): boolean {
  const sides = corners.map((corner, index) => distance(corner, at(corners, index + 1)));
  if (Math.min(...sides) < MIN_SIDE || Math.max(...sides) > 4 * Math.min(...sides)) return false;
  const turns = corners.map((corner, index) =>
    cross(corner, at(corners, index + 1), at(corners, index + 2)),
  );
  return turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0);
}

/** Pixels; a certificate's code has 57 modules and more, so less than this can never be read. */
const MIN_SIDE = 60;

function at(corners: Corners, index: number): Point {
  return corners[(index % 4) as 0 | 1 | 2 | 3];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}
