import { looksLikeCertificate } from '../certificate-text.ts';
import { evenLight } from '../pipeline/clear-up.ts';
import { crop, type LumaImage, type Region, widen } from '../pipeline/luma-image.ts';
import { boundsOf, type Corners, outOfPart } from '../pipeline/quad.ts';
import type { Detection } from '../pipeline/wasm-decoder.ts';
import { decodeGrid, type SoftGrid } from './decode-grid.ts';
import { equalise } from './equalise.ts';
import { type Fit, fitSurface, likelyLayouts } from './fit-surface.ts';
import { type Layout, layoutOf } from './layout.ts';
import { cornersOf, flatSurface } from './surface.ts';

/** Reads a code that an engine found but could not read; it remembers what earlier frames gave. */
export type ReadGrid = (image: LumaImage, found: Detection) => Detection | undefined;

/** Below this fit the corners belong to something else. */
const MIN_FIT = 0.25;
/** How alike two grids of one code come out at least, and of two codes practically never. */
const MIN_LIKENESS = 0.15;
/** What earlier frames count against the newest. */
const FADING = 0.9;

interface Evidence {
  readonly modules: number;
  readonly grid: SoftGrid;
}

/**
 * Makes a reader that looks at every module by itself. Where single frames fail it adds up what
 * they say about each module: noise and glare differ from frame to frame, the code does not.
 */
export function createGridReader(): ReadGrid {
  let evidence: Evidence | undefined;
  return (image, found) => {
    const part = widen(boundsOf(found.corners), 0.12, image);
    const even = evenLight(crop(image, part), lightRadius(part));
    const fitted = bestFit(even, found, part);
    if (fitted === undefined || fitted.fit < MIN_FIT) return undefined;
    const { layout, surface } = fitted;
    const grid = equalise(even, surface, layout);
    const corners = outOfPart(cornersOf(surface), part, 1);
    let text = decodeGrid(grid, layout);
    if (text === undefined) {
      const isMore = evidence !== undefined && isAlike(evidence, grid);
      evidence = {
        modules: layout.modules,
        grid: addUp(isMore ? evidence : undefined, grid, fitted.fit),
      };
      if (isMore) text = decodeGrid(evidence.grid, layout);
    }
    if (text !== undefined) evidence = undefined;
    // The engines check more than this does; whatever is no certificate is left to them.
    const isWanted = text !== undefined && looksLikeCertificate(text);
    return { text: isWanted ? text : undefined, corners, modules: layout.modules };
  };
}

/** About four modules of a certificate's code: shadows go, modules stay. */
function lightRadius(part: Region): number {
  return Math.max(6, Math.round(Math.max(part.width, part.height) / 22));
}

interface Fitted extends Fit {
  readonly layout: Layout;
}

function bestFit(even: LumaImage, found: Detection, part: Region): Fitted | undefined {
  const [a, b, c, d] = found.corners;
  const inPart = (point: { x: number; y: number }) => ({
    x: point.x - part.left,
    y: point.y - part.top,
  });
  const corners: Corners = [inPart(a), inPart(b), inPart(c), inPart(d)];
  const start = flatSurface(corners);
  const told = layoutOf(found.modules);
  const layouts = told === undefined ? likelyLayouts(even, start) : [told];
  const fits = layouts.map((layout) => ({ layout, ...fitSurface(even, start, layout) }));
  return fits.sort((one, other) => other.fit - one.fit)[0];
}

/** Whether two grids agree on more modules than chance would have it. */
function isAlike({ grid }: Evidence, other: SoftGrid): boolean {
  if (grid.length !== other.length) return false;
  let agreement = 0;
  for (let index = 0; index < other.length; index += 1) {
    agreement += Math.sign((grid[index] ?? 0) * (other[index] ?? 0));
  }
  return agreement / other.length > MIN_LIKENESS + SHARE_OF_KNOWN;
}

/** Finders, timing and alignment agree in any two codes of a size. */
const SHARE_OF_KNOWN = 0.1;

/** A grid that lay badly says less. */
function addUp(before: Evidence | undefined, grid: SoftGrid, fit: number): SoftGrid {
  const weight = fit * fit;
  return grid.map((value, index) => {
    const clipped = Math.max(-1.5, Math.min(1.5, value));
    return weight * clipped + FADING * (before?.grid[index] ?? 0);
  });
}
