import { decodeGrid, decodeSum, learnBlocks } from './decode-grid.ts';
import type { Layout } from './layout.ts';
import type { SoftGrid } from './soft-grid.ts';

/** Several looks at one code, taken together. */
export interface GatheredLooks {
  /** Adds a look; gives the text once this look, or all of them together, suffice for it. */
  readonly add: (grid: SoftGrid) => string | undefined;
  /**
   * The same with what earlier frames said. From then on a text counts only where the newest frame shows
   * each of its blocks: the earlier ones may have had another certificate.
   */
  readonly addEarlier: (earlier: SoftGrid, newest: SoftGrid) => string | undefined;
  /** Whether blocks have become certain that were not before. */
  readonly learn: () => boolean;
  /** The layout; what has become certain is among its known modules. */
  readonly layout: () => Layout;
  /** What the looks say of each module on average. */
  readonly mean: () => SoftGrid;
  /** The same without what earlier frames said. */
  readonly meanOfNewest: () => SoftGrid;
}

/** Further from zero a look says no more of a module, or one could outvote all others. */
const MOST_SURE = 1.5;

/**
 * Begins to gather. Looks err in different modules, so their sum is right more often than each of them.
 * A block that was repaired is certain from then on: with it the blur and the bend are known better.
 */
export function gatherLooks(start: Layout): GatheredLooks {
  let layout = start;
  const sum = new Float32Array(start.known.length);
  let count = 0;
  let witness: SoftGrid | undefined;
  let earlierLook: SoftGrid | undefined;
  const decode = (grid: SoftGrid) =>
    witness === undefined ? decodeGrid(grid, layout) : decodeSum(grid, layout, witness);
  const add = (grid: SoftGrid) => {
    count += 1;
    for (let place = 0; place < sum.length; place += 1) {
      sum[place] = (sum[place] ?? 0) + limited(grid[place] ?? 0);
    }
    return decode(grid) ?? (count > 1 ? decode(sum) : undefined);
  };
  return {
    add,
    addEarlier: (earlier, newest) => {
      witness = newest;
      earlierLook = earlier;
      return add(earlier);
    },
    learn: () => {
      const before = layout;
      layout = learnBlocks(sum, layout);
      return layout !== before;
    },
    layout: () => layout,
    mean: () => sum.map((value) => value / count),
    meanOfNewest: () => {
      if (earlierLook === undefined) return sum.map((value) => value / count);
      const earlier = earlierLook;
      return sum.map((value, place) => (value - limited(earlier[place] ?? 0)) / (count - 1));
    },
  };
}

function limited(value: number): number {
  return Math.max(-MOST_SURE, Math.min(MOST_SURE, value));
}
