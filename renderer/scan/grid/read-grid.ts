import { looksLikeCertificate } from '../certificate-text.ts';
import type { LumaImage } from '../pipeline/luma-image.ts';
import { type Corners, outOfPart } from '../pipeline/quad.ts';
import type { Detection } from '../pipeline/wasm-decoder.ts';
import { type CutOut, cutOut } from './cut-out.ts';
import { decodeGrid, type SoftGrid } from './decode-grid.ts';
import { equalise, takeSamples } from './equalise.ts';
import { fitBetweenFinders } from './fit-finders.ts';
import { type Fitted, fitSurface, fitToGuess, likelyLayouts } from './fit-surface.ts';
import { layoutOf } from './layout.ts';
import { cornersOf, flatSurface } from './surface.ts';
import { undoBlur } from './undo-blur.ts';

/** Reads a code that was found but could not be read; it remembers what earlier frames gave. */
export type ReadGrid = (image: LumaImage, found: Detection, care?: Care) => Detection | undefined;

/** Quick is a few frames of a camera at most; thorough takes ten, and reads a little more. */
export type Care = 'quick' | 'thorough';

/** Below this fit the corners belong to something else. */
const MIN_FIT = 0.25;
/** From this fit on it is a code, and worth a second look. */
const GOOD_FIT = 0.5;
/** What a bend has to gain; of a blurred code it is guessed from what the blur made up. */
const CLEARLY_BETTER = 0.02;
/** How alike two grids of one code come out at least, and of two codes practically never. */
const MIN_LIKENESS = 0.15;
/** What earlier frames count against the newest. */
const FADING = 0.9;

/** How wide to look around a module: for shadows, and for what blur carried away. */
interface Look {
  /** Neighbourhoods of even light along the picture's side: about four modules each, or nine. */
  readonly neighbourhoods: number;
  readonly reach: number;
  readonly hold: number;
}

const FIRST_LOOK: Look = { neighbourhoods: 22, reach: 3, hold: 12 };
/** For noise, which a small neighbourhood takes for shadows, and for long smears. */
const SECOND_LOOK: Look = { neighbourhoods: 9, reach: 5, hold: 3 };

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
  const withEarlierFrames = (grid: SoftGrid, { layout, fit }: Fitted): string | undefined => {
    const isMore = evidence !== undefined && isAlike(evidence, grid);
    const before = isMore ? evidence : undefined;
    evidence = { modules: layout.modules, grid: addUp(before, grid, fit) };
    return isMore ? decodeGrid(evidence.grid, layout) : undefined;
  };
  return (image, found, care = 'quick') => {
    const cut = cutOut(image, found);
    const fitted = bestFit(cut, found);
    if (fitted === undefined || fitted.fit < MIN_FIT) return undefined;
    const { layout, surface, fit } = fitted;
    const grid = gridOf(cut, fitted, FIRST_LOOK);
    let text = decodeGrid(grid, layout) ?? readBent(cut, fitted) ?? withEarlierFrames(grid, fitted);
    if (text === undefined && fit >= GOOD_FIT) {
      const second = gridOf(cut, fitted, SECOND_LOOK);
      text = decodeGrid(second, layout);
      if (text === undefined && care === 'thorough') text = readThoroughly(cut, fitted, second);
    }
    if (text !== undefined) evidence = undefined;
    // The engines check more than this does; whatever is no certificate is left to them.
    const isWanted = text !== undefined && looksLikeCertificate(text);
    return {
      text: isWanted ? text : undefined,
      corners: outOfPart(cornersOf(surface), cut.part, 1 / cut.factor),
      modules: layout.modules,
      isExhausted: true,
    };
  };
}

/** As bent paper, where that fits clearly better. */
function readBent(cut: CutOut, { layout, surface, fit }: Fitted): string | undefined {
  const even = cut.evenLight(FIRST_LOOK.neighbourhoods);
  const bent = fitSurface(even, surface, layout, 'bent');
  if (bent.fit < fit + CLEARLY_BETTER) return undefined;
  return decodeGrid(gridOf(cut, bent, FIRST_LOOK), layout);
}

/** Undoes the blur; then lays the surface by what came out, and undoes it once more. */
function readThoroughly(cut: CutOut, fitted: Fitted, second: SoftGrid): string | undefined {
  const text = readBlurred(cut, fitted, second);
  if (text !== undefined) return text;
  const again = fitToGuess(cut.evenLight(SECOND_LOOK.neighbourhoods), fitted, second);
  const third = gridOf(cut, again, SECOND_LOOK);
  return decodeGrid(third, again.layout) ?? readBlurred(cut, again, third);
}

/** Asks what code, blurred, would look like this. */
function readBlurred(
  cut: CutOut,
  { layout, surface }: Fitted,
  start: SoftGrid,
): string | undefined {
  const even = cut.evenLight(SECOND_LOOK.neighbourhoods);
  const samples = takeSamples(even, surface, { modules: layout.modules, reach: 1 });
  return decodeGrid(undoBlur(samples, layout, start), layout);
}

function gridOf(cut: CutOut, { layout, surface }: Fitted, look: Look): SoftGrid {
  const even = cut.evenLight(look.neighbourhoods);
  const samples = takeSamples(even, surface, { modules: layout.modules, reach: look.reach });
  return equalise(samples, layout, look.hold);
}

function bestFit(cut: CutOut, found: Detection): Fitted | undefined {
  const even = cut.evenLight(FIRST_LOOK.neighbourhoods);
  if (found.finders !== undefined) {
    const guesses = found.finders.map(({ topLeft, topRight, bottomLeft, modules }) => ({
      ...{ topLeft: cut.inside(topLeft), topRight: cut.inside(topRight) },
      ...{ bottomLeft: cut.inside(bottomLeft), modules },
    }));
    return fitBetweenFinders(even, guesses);
  }
  const [a, b, c, d] = found.corners;
  const corners: Corners = [cut.inside(a), cut.inside(b), cut.inside(c), cut.inside(d)];
  const start = flatSurface(corners);
  const told = layoutOf(found.modules);
  const layouts = told === undefined ? likelyLayouts(even, start) : [told];
  const fits = layouts.map((layout) => fitSurface(even, start, layout, 'flat'));
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
