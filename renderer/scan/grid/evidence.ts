import { decodeGrid, learnBlocks, type SoftGrid } from './decode-grid.ts';
import type { GatheredLooks } from './gather-looks.ts';
import type { Layout } from './layout.ts';

/** What the frames so far said of a code that none of them gave. */
export interface Evidence {
  /** How light each module is, added up over the frames. */
  readonly grid: SoftGrid;
  /** With what has become certain among the known modules. */
  readonly layout: Layout;
}

/** How alike two grids of one code come out at least, and of two codes practically never. */
const MIN_LIKENESS = 0.15;
/** Finders, timing and alignment agree in any two codes of a size. */
const SHARE_OF_KNOWN = 0.1;
/** What earlier frames count against the newest. */
const FADING = 0.9;

/** Whether a frame shows the code that earlier ones did: on more modules alike than chance has it. */
export function isOfSameCode({ grid }: Evidence, other: SoftGrid): boolean {
  if (grid.length !== other.length) return false;
  let agreement = 0;
  for (let index = 0; index < other.length; index += 1) {
    agreement += Math.sign((grid[index] ?? 0) * (other[index] ?? 0));
  }
  return agreement / other.length > MIN_LIKENESS + SHARE_OF_KNOWN;
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
  const earlier = before?.grid;
  const grid = looks
    .mean()
    .map((value, index) => weight * value + FADING * (earlier?.[index] ?? 0));
  return { grid, layout: looks.layout() };
}

/** The text, when all frames together give one. */
export function textOfAll({ grid, layout }: Evidence): string | undefined {
  return decodeGrid(grid, layout);
}

/** With the blocks among the certain that only all frames together can repair. */
export function learnFromAll({ grid, layout }: Evidence): Evidence {
  return { grid, layout: learnBlocks(grid, layout) };
}
