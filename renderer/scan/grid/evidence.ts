import { decodeSum, type SoftGrid } from './decode-grid.ts';
import type { Fitted } from './fit-surface.ts';
import type { GatheredLooks } from './gather-looks.ts';

/** What the frames so far said of a code that none of them gave: how light each module is, added up. */
export type Evidence = SoftGrid;

/** How alike the grids of one code come out at least; those of two certificates of one office may, too. */
const MIN_LIKENESS = 0.25;
/** What earlier frames count against the newest. */
const FADING = 0.9;

/** Whether a frame may show the code that earlier ones did. */
export function mayBeSameCode(evidence: Evidence, other: SoftGrid): boolean {
  if (evidence.length !== other.length) return false;
  let agreement = 0;
  for (let index = 0; index < other.length; index += 1) {
    agreement += Math.sign((evidence[index] ?? 0) * (other[index] ?? 0));
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
  return looks.mean().map((value, index) => weight * value + FADING * (before?.[index] ?? 0));
}

/** The text, when all frames together give one that the newest shows, too. */
export function textOfAll(
  evidence: Evidence,
  newest: SoftGrid,
  { layout }: Fitted,
): string | undefined {
  return decodeSum(evidence, layout, newest);
}
