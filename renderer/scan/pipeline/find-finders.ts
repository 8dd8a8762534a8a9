import type { Point } from '../outline.ts';
import { evenLight } from './clear-up.ts';
import { findFinderSpots } from './finder-likeness.ts';
import { type FinderTriple, finderTriples } from './finder-triple.ts';
import { crop, type LumaImage, type Region, withRim } from './luma-image.ts';
import { shrink } from './shrink.ts';

/** Least side of the picture that is searched, in pixels: two to four for a module. */
const SEARCHED = 190;

/** The means of many pixels have less noise than pixels: even a code in the dark stands out. */
const LEAST_SPREAD = 1;

/**
 * Where the finders of a code are that no engine finds: blurred, smeared, or drowned in noise.
 * The likeliest guesses first; whether one is right shows when its modules are read.
 */
export function findFinders(frame: LumaImage, region: Region): readonly FinderTriple[] {
  const side = Math.max(region.width, region.height);
  const factor = Math.max(1, Math.floor(side / SEARCHED));
  const small = shrink(crop(frame, region), factor);
  const rim = Math.ceil(side / factor / 14);
  const even = withRim(evenLight(small, Math.round(side / factor / 24), LEAST_SPREAD), rim);
  const inFrame = ({ x, y }: Point): Point => ({
    x: (x - rim) * factor + region.left,
    y: (y - rim) * factor + region.top,
  });
  return finderTriples(findFinderSpots(even)).map((triple) => ({
    topLeft: inFrame(triple.topLeft),
    topRight: inFrame(triple.topRight),
    bottomLeft: inFrame(triple.bottomLeft),
    modules: triple.modules,
  }));
}
