import type { LumaImage } from '../pipeline/luma-image.ts';
import type { Layout } from './layout.ts';
import { LeastSquares } from './least-squares.ts';
import { lookUp } from './look-up.ts';
import type { SoftGrid } from './soft-grid.ts';
import { placeOn, type Surface } from './surface.ts';

/** Samples a module and way. */
const PER_MODULE = 2;

/** Of all modules, one in so many is enough to learn from once nearly all are known. */
const LEARN_FROM_EACH = 6;
/** Of more known modules than these, as many are learned from. */
const ENOUGH = 700;

/** A picture of the code with the same few samples for every module. */
export interface Samples {
  readonly side: number;
  /** Samples before the middle of the first module. */
  readonly reach: number;
  readonly values: Float32Array;
}

/**
 * How light each module is, with the blur undone: a filter is learned from the modules that are
 * known beforehand, as a modem learns its line from a known signal, and then once more from what
 * that gave. It finds out by itself whether the lens or the hand blurred, and in which direction.
 */
export function equalise(samples: Samples, layout: Layout, hold: number): SoftGrid {
  const known = Float32Array.from(layout.known, (mark) => [0, 1, -1][mark] ?? 0);
  const count = known.reduce((sum, value) => sum + Math.abs(value), 0);
  const stride = Math.max(1, Math.floor(count / ENOUGH));
  const first = apply(samples, learn(samples, known, { hold, stride }), layout.modules);
  const guess = first.map((value, index) => known[index] || Math.max(-1, Math.min(1, 1.5 * value)));
  return apply(samples, learn(samples, guess, { hold, stride: LEARN_FROM_EACH }), layout.modules);
}

/** Looks up the light all over the code. */
export function takeSamples(
  image: LumaImage,
  surface: Surface,
  { modules, reach }: { readonly modules: number; readonly reach: number },
): Samples {
  const side = PER_MODULE * (modules - 1) + 1 + 2 * reach;
  const values = new Float32Array(side * side);
  const place = placeOn(surface);
  const at = (index: number) => ((index - reach) / PER_MODULE + 0.5) / modules;
  for (let row = 0; row < side; row += 1) {
    const v = at(row);
    for (let column = 0; column < side; column += 1) {
      const u = at(column);
      values[row * side + column] = (lookUp(image, place.x(u, v), place.y(u, v)) - 128) / 64;
    }
  }
  return { side, reach, values };
}

function tapsOf({ reach }: Samples): number {
  return (2 * reach + 1) ** 2;
}

/** The samples around a module, and a one for what is the same everywhere. */
function gather(
  { side, reach, values }: Samples,
  start: number,
  { taps, from: first }: { readonly taps: Float64Array; readonly from: number },
): void {
  let tap = first;
  for (let row = 0; row <= 2 * reach; row += 1) {
    const from = start + row * side;
    for (let column = 0; column <= 2 * reach; column += 1) taps[tap++] = values[from + column] ?? 0;
  }
  taps[tap] = 1;
}

interface Learning {
  readonly hold: number;
  /** Of the modules with a target, one in so many is learned from. */
  readonly stride: number;
}

/** The filter that comes nearest to the targets; modules with target 0 do not count. */
function learn(samples: Samples, targets: Float32Array, { hold, stride }: Learning): Float64Array {
  const size = tapsOf(samples) + 1;
  const equations = new LeastSquares(size);
  const modules = Math.sqrt(targets.length);
  const places = [...targets.keys()].filter((place) => targets[place] !== 0);
  for (let index = 0; index < places.length; index += stride) {
    const place = places[index] ?? 0;
    const start = startOf(samples, place, modules);
    equations.add((taps, from) => gather(samples, start, { taps, from }), targets[place] ?? 0);
  }
  return equations.solve({ hold, towards: plainFilter(size) });
}

/** What would do without any blur: the middle of the module. */
function plainFilter(size: number): Float64Array {
  const filter = new Float64Array(size);
  filter[size / 2 - 1] = 1;
  return filter;
}

function startOf({ side }: Samples, place: number, modules: number): number {
  const row = Math.floor(place / modules);
  return PER_MODULE * (row * side + (place - row * modules));
}

function apply(samples: Samples, filter: Float64Array, modules: number): SoftGrid {
  const grid = new Float32Array(modules * modules);
  const taps = new Float64Array(tapsOf(samples) + 1);
  for (let place = 0; place < grid.length; place += 1) {
    gather(samples, startOf(samples, place, modules), { taps, from: 0 });
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap += 1) sum += (filter[tap] ?? 0) * (taps[tap] ?? 0);
    grid[place] = sum;
  }
  return grid;
}
