import type { Point } from '../outline.ts';
import { evenLight } from '../pipeline/clear-up.ts';
import { crop, type LumaImage, type Region, widen } from '../pipeline/luma-image.ts';
import { boundsOf } from '../pipeline/quad.ts';
import { shrink } from '../pipeline/shrink.ts';
import type { Detection } from '../pipeline/wasm-decoder.ts';

/** The part of a picture that a code lies in, no finer than its modules need. */
export interface CutOut {
  readonly part: Region;
  /** How many pixels of the whole picture stand for one of the part, each way. */
  readonly factor: number;
  /** Where a point of the whole picture lies in the part. */
  readonly inside: (point: Point) => Point;
  /** The part without shadows, with so many neighbourhoods along its side. */
  readonly evenLight: (neighbourhoods: number) => LumaImage;
}

/** Air around the corners, in shares of the longer side: they may be wrong by a few modules. */
const MARGIN = 0.12;
/** Where the modules were not counted. */
const USUAL_MODULES = 69;
/** Pixels a module needs; two samples are taken of it each way. */
const ENOUGH = 4.5;

/** Cuts out what was found; larger modules than are needed are reduced, which takes noise away. */
export function cutOut(image: LumaImage, found: Detection): CutOut {
  const part = widen(boundsOf(found.corners), MARGIN, image);
  const side = Math.max(part.width, part.height);
  const module = side / (1 + 2 * MARGIN) / (found.modules || USUAL_MODULES);
  const factor = Math.max(1, Math.floor(module / ENOUGH));
  const cut = crop(image, part);
  const small = factor === 1 ? cut : shrink(cut, factor);
  const lit = new Map<number, LumaImage>();
  return {
    part,
    factor,
    inside: ({ x, y }) => ({ x: (x - part.left) / factor, y: (y - part.top) / factor }),
    evenLight: (neighbourhoods) => {
      const present = lit.get(neighbourhoods);
      if (present !== undefined) return present;
      const radius = Math.max(MIN_RADIUS, Math.round(side / factor / neighbourhoods));
      const even = evenLight(small, radius);
      lit.set(neighbourhoods, even);
      return even;
    },
  };
}

/** Pixels; less would take single modules for shadows. */
const MIN_RADIUS = 6;
