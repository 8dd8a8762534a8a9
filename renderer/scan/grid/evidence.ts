import { decodeSum } from './decode-grid.ts';
import type { Fitted } from './fit-surface.ts';
import type { GatheredLooks } from './gather-looks.ts';
import type { SoftGrid } from './soft-grid.ts';

/** What the frames so far said of a code that none of them gave. */
export interface Evidence {
  /** How light each module is, added up. */
  readonly sum: SoftGrid;
  /** What the frames in the sum count, together. */
  readonly weight: number;
  /** How well the surface lay that lay best. */
  readonly bestFit: number;
  /** Frames since then that showed something else, or badly. */
  readonly strangers: number;
}

/** How alike the grids of one code come out at least; those of two certificates of one office may, too. */
const MIN_LIKENESS = 0.25;
/** What earlier frames count against the newest. */
const FADING = 0.9;
/** So many frames that show something else in a row are no mistake. */
const MOST_STRANGERS = 10;

/** Whether a frame may show the code that earlier ones did. */
export function mayBeSameCode({ sum }: Evidence, other: SoftGrid): boolean {
  if (sum.length !== other.length) return false;
  let agreement = 0;
  for (let index = 0; index < other.length; index += 1) {
    agreement += Math.sign((sum[index] ?? 0) * (other[index] ?? 0));
  }
  return agreement / other.length > MIN_LIKENESS;
}

/**
 * The evidence with one more frame.
 *
 * @param before `undefined` when the frame is the first of its code
 * @param fit how well its surface lay: a grid that lay badly says less
 */
export function addFrame(
  before: Evidence | undefined,
  looks: GatheredLooks,
  fit: number,
): Evidence {
  const weight = fit * fit;
  return {
    sum: looks
      // What earlier frames said is in the sum already; counted again with each frame it would never fade.
      .meanOfNewest()
      .map((value, index) => weight * value + FADING * (before?.sum[index] ?? 0)),
    weight: weight + FADING * (before?.weight ?? 0),
    bestFit: Math.max(fit, before?.bestFit ?? 0),
    strangers: 0,
  };
}

/**
 * The evidence after a frame that shows something else: a surface that lay badly, the wrong way round for
 * example, does not take the place of one that lay well.
 */
export function afterStranger(
  evidence: Evidence | undefined,
  looks: GatheredLooks,
  fit: number,
): Evidence {
  const isKept =
    evidence !== undefined && fit < evidence.bestFit && evidence.strangers < MOST_STRANGERS;
  if (!isKept) return addFrame(undefined, looks, fit);
  return { ...evidence, strangers: evidence.strangers + 1 };
}

/** What the frames say of each module on average. */
export function meanOf({ sum, weight }: Evidence): SoftGrid {
  return sum.map((value) => value / weight);
}

/** The text, when all frames together give one that the newest shows, too. */
export function textOfAll(
  evidence: Evidence,
  newest: SoftGrid,
  { layout }: Fitted,
): string | undefined {
  return decodeSum(evidence.sum, layout, newest);
}
