import type { Point } from '../outline.ts';
import type { FinderSpot } from './finder-likeness.ts';
import type { Corners } from './quad.ts';

/** The middles of a code's three finder patterns, and about how many modules it has a side. */
export interface FinderTriple {
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
  readonly modules: number;
}

/** Between the middles of two finders of a certificate's code, in modules, and some doubt. */
const SHORTEST = 32;
const LONGEST = 125;
/** A code seen at a steep angle. */
const MAX_UNLIKE = 2.6;
/** How far from a right angle two sides may be, as the cosine between them. */
const MAX_COSINE = 0.6;

/** The three spots that lie as a code's finders do, the likeliest three first. */
export function finderTriples(spots: readonly FinderSpot[]): readonly FinderTriple[] {
  const scored: { readonly triple: FinderTriple; readonly score: number }[] = [];
  for (const topLeft of spots) {
    for (const topRight of spots) {
      for (const bottomLeft of spots) {
        const judged = judge(topLeft, topRight, bottomLeft);
        if (judged !== undefined) scored.push(judged);
      }
    }
  }
  scored.sort((one, other) => other.score - one.score);
  return scored.map(({ triple }) => triple);
}

function judge(topLeft: FinderSpot, topRight: FinderSpot, bottomLeft: FinderSpot) {
  const right = { x: topRight.x - topLeft.x, y: topRight.y - topLeft.y };
  const down = { x: bottomLeft.x - topLeft.x, y: bottomLeft.y - topLeft.y };
  const width = Math.hypot(right.x, right.y);
  const height = Math.hypot(down.x, down.y);
  // Clockwise, or else the same three are met again the other way round.
  if (right.x * down.y - right.y * down.x <= 0) return undefined;
  const cosine = Math.abs(right.x * down.x + right.y * down.y) / (width * height);
  if (cosine > MAX_COSINE) return undefined;
  const unlike = Math.max(width / height, height / width);
  if (unlike > MAX_UNLIKE) return undefined;
  const module = (topLeft.module + topRight.module + bottomLeft.module) / 3;
  const distance = Math.max(width, height) / module;
  if (distance < SHORTEST || distance > LONGEST) return undefined;
  const likeness = Math.min(topLeft.likeness, topRight.likeness, bottomLeft.likeness);
  const sum = topLeft.likeness + topRight.likeness + bottomLeft.likeness;
  const score = (sum + likeness) * (1 - 0.3 * cosine) * (1 - 0.12 * (unlike - 1));
  return { triple: { topLeft, topRight, bottomLeft, modules: distance + 7 }, score };
}

/** The corners of a flat code seen straight on whose finders lie so. */
export function cornersBetween(finders: FinderTriple): Corners {
  const { topLeft, topRight, bottomLeft, modules } = finders;
  const module = 1 / (modules - 7);
  const right = { x: (topRight.x - topLeft.x) * module, y: (topRight.y - topLeft.y) * module };
  const down = { x: (bottomLeft.x - topLeft.x) * module, y: (bottomLeft.y - topLeft.y) * module };
  const at = (across: number, along: number): Point => ({
    x: topLeft.x + across * right.x + along * down.x,
    y: topLeft.y + across * right.y + along * down.y,
  });
  const near = -3.5;
  const far = modules - 3.5;
  return [at(near, near), at(far, near), at(far, far), at(near, far)];
}
