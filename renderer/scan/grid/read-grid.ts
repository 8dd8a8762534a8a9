import { looksLikeCertificate } from '../certificate-text.ts';
import type { LumaImage } from '../pipeline/luma-image.ts';
import { type Corners, outOfPart } from '../pipeline/quad.ts';
import type { Detection } from '../pipeline/wasm-decoder.ts';
import { type CutOut, cutOut } from './cut-out.ts';
import { equalise, takeSamples } from './equalise.ts';
import {
  addFrame,
  afterStranger,
  type Evidence,
  mayBeSameCode,
  meanOf,
  textOfAll,
} from './evidence.ts';
import { fitBetweenFinders } from './fit-finders.ts';
import { type Fitted, fitSurface, fitToGuess, likelyLayouts } from './fit-surface.ts';
import { type GatheredLooks, gatherLooks } from './gather-looks.ts';
import { layoutOf } from './layout.ts';
import { isNearlyRead } from './nearly-read.ts';
import type { SoftGrid } from './soft-grid.ts';
import { cornersOf, flatSurface } from './surface.ts';
import { undoBlur } from './undo-blur.ts';

/** Reads codes that were found but could not be read; it remembers what earlier frames gave. */
export interface GridReader {
  /** Takes as long as a camera does for a frame. */
  readonly read: (image: LumaImage, found: Detection) => Detection | undefined;
  /** Goes on where `read` ended without success with the same picture; as long again, and reads a little more. */
  readonly readOn: (image: LumaImage) => Detection | undefined;
  /** The code has left; what was gathered of it is worth nothing to the next. */
  readonly forget: () => void;
}

/** Below this fit the corners belong to something else. */
const MIN_FIT = 0.25;
/** From this fit on it is a code, and worth a second look. */
const GOOD_FIT = 0.5;
/** Rounds of reading the rest by what is certain; each has to make something certain. */
const MAX_ROUNDS = 4;

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

/** A code that could not be read so far. */
interface Unfinished {
  readonly image: LumaImage;
  readonly cut: CutOut;
  readonly fitted: Fitted;
  readonly looks: GatheredLooks;
}

/**
 * Makes a reader that looks at every module by itself. Where single frames fail it adds up what
 * they say about each module: noise and glare differ from frame to frame, the code does not.
 */
export function createGridReader(): GridReader {
  let evidence: Evidence | undefined;
  let unfinished: Unfinished | undefined;
  const readFitted = (cut: CutOut, fitted: Fitted, looks: GatheredLooks): string | undefined => {
    const first = gridOf(cut, fitted, FIRST_LOOK);
    const before = evidence && mayBeSameCode(evidence, first) ? evidence : undefined;
    const text =
      looks.add(first) ??
      (before && textOfAll(addFrame(before, looks, fitted.fit), first, fitted)) ??
      (before && looks.addEarlier(meanOf(before), first)) ??
      (isNearlyRead(first, fitted.layout) ? readAgain(cut, fitted, looks) : undefined);
    if (text !== undefined) evidence = undefined;
    else if (before !== undefined) evidence = addFrame(before, looks, fitted.fit);
    else evidence = afterStranger(evidence, looks, fitted.fit);
    return text;
  };
  return {
    read: (image, found) => {
      unfinished = undefined;
      const cut = cutOut(image, found);
      const fitted = bestFit(cut, found);
      if (fitted === undefined || fitted.fit < MIN_FIT) return undefined;
      const looks = gatherLooks(fitted.layout);
      const text = readFitted(cut, fitted, looks);
      if (text !== undefined) return detectionOf(text, cut, fitted);
      unfinished = { image, cut, fitted, looks };
      // What may be no code at all must not keep the reader's eye: its next look would be there alone.
      return fitted.fit < GOOD_FIT ? undefined : detectionOf(text, cut, fitted);
    },
    readOn: (image) => {
      if (unfinished?.image !== image || unfinished.fitted.fit < GOOD_FIT) return undefined;
      const { cut, fitted, looks } = unfinished;
      unfinished = undefined;
      const text = readThoroughly(cut, fitted, looks);
      if (text !== undefined) evidence = undefined;
      return detectionOf(text, cut, fitted);
    },
    forget: () => {
      evidence = undefined;
      unfinished = undefined;
    },
  };
}

function detectionOf(text: string | undefined, cut: CutOut, fitted: Fitted): Detection {
  // The engines check more than this does; whatever is no certificate is left to them.
  const isWanted = text !== undefined && looksLikeCertificate(text);
  return {
    text: isWanted ? text : undefined,
    corners: outOfPart(cornersOf(fitted.surface), cut.part, 1 / cut.factor),
    modules: fitted.layout.modules,
    isExhausted: true,
  };
}

/** The looks that take longer, at what is a code in all likelihood. */
function readAgain(cut: CutOut, fitted: Fitted, looks: GatheredLooks): string | undefined {
  if (fitted.fit < GOOD_FIT) return undefined;
  const start = looks.layout();
  const text = readRest(cut, fitted, looks);
  // Another look without help is for where nothing helps.
  if (text !== undefined || looks.layout() !== start) return text;
  return looks.add(gridOf(cut, fitted, SECOND_LOOK)) ?? readRest(cut, fitted, looks);
}

/** For as long as what is certain already makes more certain. */
function readRest(cut: CutOut, { surface }: Fitted, looks: GatheredLooks): string | undefined {
  const even = cut.evenLight(SECOND_LOOK.neighbourhoods);
  let isMoreCertain = looks.learn();
  for (let round = 0; isMoreCertain && round < MAX_ROUNDS; round += 1) {
    isMoreCertain = false;
    const laid = fitSurface(even, surface, looks.layout(), 'bent');
    for (const look of [FIRST_LOOK, SECOND_LOOK]) {
      const text = looks.add(gridOf(cut, { ...laid, layout: looks.layout() }, look));
      if (text !== undefined) return text;
      isMoreCertain = looks.learn() || isMoreCertain;
    }
  }
  return undefined;
}

/** Undoes the blur; then lays the surface by what came out, and undoes it once more. */
function readThoroughly(cut: CutOut, fitted: Fitted, looks: GatheredLooks): string | undefined {
  const text = readBlurred(cut, fitted, looks);
  if (text !== undefined) return text;
  const even = cut.evenLight(SECOND_LOOK.neighbourhoods);
  const again = fitToGuess(even, { ...fitted, layout: looks.layout() }, looks.mean());
  return looks.add(gridOf(cut, again, SECOND_LOOK)) ?? readBlurred(cut, again, looks);
}

/** Asks what code, blurred, would look like this. */
function readBlurred(cut: CutOut, fitted: Fitted, looks: GatheredLooks): string | undefined {
  const even = cut.evenLight(SECOND_LOOK.neighbourhoods);
  const layout = looks.layout();
  const samples = takeSamples(even, fitted.surface, { modules: layout.modules, reach: 1 });
  return looks.add(undoBlur(samples, layout, looks.mean())) ?? readRest(cut, fitted, looks);
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
