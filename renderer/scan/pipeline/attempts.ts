import type { GridReader } from '../grid/read-grid.ts';
import { evenLight, sharpen, smooth } from './clear-up.ts';
import { enlargeTwice } from './enlarge.ts';
import { findFinders } from './find-finders.ts';
import { halve } from './halve.ts';
import { crop, type LumaImage, type Region } from './luma-image.ts';
import { cornersOf, outOfPart } from './quad.ts';
import type { Decode, Detection } from './wasm-decoder.ts';

/** One way of looking at a frame in which the ordinary look found nothing. */
export type Attempt = (frame: LumaImage, region: Region | undefined) => Detection | undefined;

/** What the attempts look with. */
export interface Readers {
  readonly decode: Decode;
  readonly secondEngine: Decode;
  /** Reads module by module what was found but could not be read. */
  readonly grid: GridReader;
}

/** Guesses at three finders worth the time of looking at the modules between them. */
const MAX_GUESSES = 60;

/** A region of more pixels than this has large modules already. */
const MAX_ENLARGED_PIXELS = 350_000;

/** The attempts at what the ordinary look does not read. */
export interface HardAttempts {
  /** Takes little, and reads one in ten of what the ordinary look does not. */
  readonly evened: Attempt;
  /**
   * Finds what no engine finds at all, and reads most of what they find and cannot read: of the frames of
   * hard videos that anything here reads, nine in ten.
   */
  readonly quick: Attempt;
  /**
   * The others in the order in which they take turns, the one that reads most in its time first. Measured
   * with `npm run bench -- scan`.
   */
  readonly inTurn: readonly Attempt[];
  /** Light modules on a dark ground: rare enough to look for them only now and then. */
  readonly inverted: Attempt;
}

/** Makes them. */
export function hardAttempts({ decode, secondEngine, grid }: Readers): HardAttempts {
  const quick = whereFindersAre(grid);
  const inTurn: readonly Attempt[] = [
    onRegion((part) => decode(smooth(smooth(part)), { downscale: 2 }), 'enlarged'),
    onRegion((part) => decode(sharpen(smooth(smooth(part)), 5, 12), {}), 'as it is'),
    // By now it is known better where the code is, and another guess at its finders is often right.
    quick,
    (frame) => decode(frame, { downscale: 2, denoise: true }),
    (frame) => grid.readOn(frame),
    onRegion((part) => decode(sharpen(evenLight(part, 24), 3, 2), { downscale: 2 }), 'as it is'),
    onRegion((part) => decode(sharpen(part, 3, 15), {}), 'halved'),
    onRegion((part) => decode(sharpen(part, 4, 3), { downscale: 2 }), 'enlarged'),
    onRegion((part) => secondEngine(part, {}), 'as it is'),
  ];
  return {
    evened: onRegion((part) => decode(sharpen(evenLight(part, 12), 3, 6), {}), 'halved'),
    quick,
    inTurn,
    inverted: (frame) => decode(frame, { invert: true }),
  };
}

function whereFindersAre(grid: GridReader): Attempt {
  return (frame, region) => {
    if (region === undefined) return undefined;
    const finders = findFinders(frame, region).slice(0, MAX_GUESSES);
    if (finders.length === 0) return undefined;
    return grid.read(frame, { text: undefined, corners: cornersOf(region), modules: 0, finders });
  };
}

type Size = 'halved' | 'as it is' | 'enlarged';

/** Looks at a part of the frame only; without a likely region there is nothing to look at. */
function onRegion(look: (part: LumaImage) => Detection | undefined, size: Size): Attempt {
  return (frame, region) => {
    if (region === undefined) return undefined;
    const part = resized(crop(frame, region), size);
    const found = look(part);
    const scale = part.width / region.width;
    return found && { ...found, corners: outOfPart(found.corners, region, scale) };
  };
}

function resized(part: LumaImage, size: Size): LumaImage {
  if (size === 'halved') return halve(part);
  const isEnlarged = size === 'enlarged' && part.luma.length <= MAX_ENLARGED_PIXELS;
  return isEnlarged ? enlargeTwice(part) : part;
}
