import { cornersBetween, type FinderTriple } from '../pipeline/finder-triple.ts';
import type { LumaImage } from '../pipeline/luma-image.ts';
import {
  type Fitted,
  fitSurface,
  LARGEST,
  type Marks,
  marksOf,
  SMALLEST,
  score,
} from './fit-surface.ts';
import { type Layout, layoutOf } from './layout.ts';
import { flatSurface, type Surface } from './surface.ts';

/** The size that the finders' own size tells may be wrong by this share. */
const DOUBT = 0.25;
/** Sizes that are looked at closely. */
const MAX_LAYOUTS = 3;
/** With less before the fourth corner is placed, the guesses belong to no code. */
const MIN_ROUGH_FIT = 0.12;
/** A fit of which there is no better one. */
const CLEAR_FIT = 0.95;
/** How far the fourth corner may lie from where it would be seen straight on, in modules. */
const FAR = 10.8;
const STEP = 1.8;

/**
 * Lays a surface between three finders. The fourth corner has none: it is searched all over the
 * place where perspective can have moved it, by the alignment patterns and the timing lines.
 */
export function fitBetweenFinders(
  image: LumaImage,
  guesses: readonly FinderTriple[],
): Fitted | undefined {
  const rough = guesses.flatMap((finders) => roughFits(image, finders));
  rough.sort((one, other) => other.fit - one.fit);
  let best: Fitted | undefined;
  for (const { layout, surface, fit } of rough.slice(0, MAX_LAYOUTS)) {
    if (fit < MIN_ROUGH_FIT) break;
    placeFourthCorner(image, surface, layout);
    const fitted = fitSurface(image, surface, layout, 'flat');
    if (best === undefined || fitted.fit > best.fit) best = fitted;
    if (best.fit >= CLEAR_FIT) break;
  }
  return best;
}

/** Every size of code that the finders may belong to, as it would be seen straight on. */
function roughFits(image: LumaImage, finders: FinderTriple): readonly Fitted[] {
  return layoutsAround(finders.modules).map((layout) => {
    const surface = flatSurface(cornersBetween({ ...finders, modules: layout.modules }));
    const marks = marksOf(layout);
    return { layout, surface, fit: score(image, surface, marks) / (marks.sign.length * 64) };
  });
}

function layoutsAround(modules: number): readonly Layout[] {
  const layouts: Layout[] = [];
  const most = Math.min(LARGEST, modules * (1 + DOUBT));
  for (let side = SMALLEST; side <= most; side += 4) {
    const layout = side >= modules * (1 - DOUBT) ? layoutOf(side) : undefined;
    if (layout !== undefined) layouts.push(layout);
  }
  return layouts;
}

function placeFourthCorner(image: LumaImage, surface: Surface, layout: Layout): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = surface;
  const { modules } = layout;
  const marks = withoutFinders(layout);
  const moved = surface.slice();
  let best = score(image, surface, marks);
  for (let across = -FAR; across <= FAR; across += STEP) {
    for (let along = -FAR; along <= FAR; along += STEP) {
      moved[4] = x2 + (across * (x1 - x0) + along * (x3 - x0)) / modules;
      moved[5] = y2 + (across * (y1 - y0) + along * (y3 - y0)) / modules;
      const reached = score(image, moved, marks);
      if (reached <= best) continue;
      best = reached;
      surface[4] = moved[4];
      surface[5] = moved[5];
    }
  }
}

/** The finders hardly move with the fourth corner, and they are most of the marks. */
function withoutFinders(layout: Layout): Marks {
  const marks = marksOf(layout);
  const near = 8 / layout.modules;
  const places = [...marks.sign.keys()].filter((index) => {
    const [u = 0, v = 0] = [marks.u[index], marks.v[index]];
    return !((u < near && v < near) || (u < near && v > 1 - near) || (u > 1 - near && v < near));
  });
  return {
    u: Float32Array.from(places, (index) => marks.u[index] ?? 0),
    v: Float32Array.from(places, (index) => marks.v[index] ?? 0),
    sign: Int8Array.from(places, (index) => marks.sign[index] ?? 0),
  };
}
