import type { Samples } from './equalise.ts';
import type { Layout } from './layout.ts';
import { LeastSquares } from './least-squares.ts';
import type { SoftGrid } from './soft-grid.ts';

/** Modules each way from which blur carries light into one. */
const REACH = 2;
const WIDTH = 2 * REACH + 1;
const TAPS = WIDTH * WIDTH;
/** Rounds of learning how the blur spreads light and then undoing it. */
const ROUNDS = 4;
/** Times that every module is looked at again in a round. */
const SWEEPS = 12;
/** Towards no blur at all, where a smear leaves it open. */
const HOLD = 2;

/**
 * How light each module is, found by asking what code, blurred, would look like the picture: modules
 * are dark or light and nothing beyond, which settles what a filter alone has to leave open. Starts
 * from what a filter gave and learns the blur from it.
 */
export function undoBlur(samples: Samples, layout: Layout, start: SoftGrid): SoftGrid {
  const { modules } = layout;
  const light = middles(samples, modules);
  const board = boardOf(layout, start);
  let grid = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const blur = learnBlur(board, light, modules);
    grid = settle(board, { light, blur }, layout);
  }
  return grid;
}

/** What the picture shows at the middle of each module: a mean, which takes noise away. */
function middles({ side, reach, values }: Samples, modules: number): Float32Array {
  const step = (side - 1 - 2 * reach) / (modules - 1);
  return Float32Array.from({ length: modules * modules }, (_, place) => {
    const row = Math.floor(place / modules);
    const middle = (reach + step * row) * side + reach + step * (place - row * modules);
    const at = (x: number, y: number) => values[middle + y * side + x] ?? 0;
    const beside = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1);
    const across = at(-1, -1) + at(1, -1) + at(-1, 1) + at(1, 1);
    return (4 * at(0, 0) + 2 * beside + across) / 16;
  });
}

/** The modules from -1 to 1, with the light rim around them. */
function boardOf({ modules, known }: Layout, start: SoftGrid): Float32Array {
  const wide = modules + 2 * REACH;
  const board = new Float32Array(wide * wide).fill(1);
  for (let place = 0; place < start.length; place += 1) {
    const mark = [0, 1, -1][known[place] ?? 0] ?? 0;
    board[onBoard(place, modules)] = mark || Math.max(-1, Math.min(1, 1.5 * (start[place] ?? 0)));
  }
  return board;
}

function onBoard(place: number, modules: number): number {
  const row = Math.floor(place / modules);
  return (row + REACH) * (modules + 2 * REACH) + REACH + place - row * modules;
}

/** How much light each neighbour gives, and last what is there anyway. */
function learnBlur(board: Float32Array, light: Float32Array, modules: number): Float64Array {
  const size = TAPS + 1;
  const wide = modules + 2 * REACH;
  const equations = new LeastSquares(size);
  for (let place = 0; place < light.length; place += 1) {
    const start = onBoard(place, modules) - REACH * wide - REACH;
    const write = (taps: Float64Array, from: number) => {
      for (let tap = 0; tap < TAPS; tap += 1) {
        const row = Math.floor(tap / WIDTH);
        taps[from + tap] = board[start + row * wide + tap - row * WIDTH] ?? 0;
      }
      taps[from + TAPS] = 1;
    };
    equations.add(write, light[place] ?? 0);
  }
  const towards = new Float64Array(size);
  towards[TAPS >> 1] = 1;
  return equations.solve({ hold: HOLD, towards });
}

/** The picture, how light spreads in it, and what of it the board does not explain yet. */
interface Search {
  readonly light: Float32Array;
  readonly blur: Float64Array;
  readonly board: Float32Array;
  readonly rest: Float32Array;
  /** From a module to each that its light comes from, on the board. */
  readonly offsets: Int32Array;
  /** Of how much light a module is the source. */
  readonly energy: number;
}

/** Moves one module after the other to where the blurred board looks most like the picture. */
function settle(
  board: Float32Array,
  { light, blur }: Pick<Search, 'light' | 'blur'>,
  { modules, known }: Layout,
): SoftGrid {
  const wide = modules + 2 * REACH;
  const offsets = Int32Array.from({ length: TAPS }, (_, tap) => {
    const row = Math.floor(tap / WIDTH);
    return (row - REACH) * wide + tap - row * WIDTH - REACH;
  });
  const energy = blur.subarray(0, TAPS).reduce((sum, value) => sum + value * value, 0);
  // As large as the board, so that light which falls onto the rim need not be sorted out.
  const search = { light, blur, board, rest: new Float32Array(board.length), offsets, energy };
  for (let place = 0; place < light.length; place += 1) {
    const at = onBoard(place, modules);
    search.rest[at] = (light[place] ?? 0) - lightAt(search, at);
  }
  const grid = new Float32Array(light.length);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let place = 0; place < light.length; place += 1) {
      const at = onBoard(place, modules);
      const wanted = (board[at] ?? 0) + pullAt(search, at) / energy;
      grid[place] = wanted;
      if (known[place] === 0) moveTo(search, at, Math.max(-1, Math.min(1, wanted)));
    }
  }
  return grid;
}

function lightAt({ blur, board, offsets }: Search, at: number): number {
  let sum = blur[TAPS] ?? 0;
  for (let tap = 0; tap < TAPS; tap += 1) {
    sum += (blur[tap] ?? 0) * (board[at + (offsets[tap] ?? 0)] ?? 0);
  }
  return sum;
}

/** Whether what is not explained yet wants a module lighter or darker, and how much. */
function pullAt({ blur, rest, offsets }: Search, at: number): number {
  let pull = 0;
  for (let tap = 0; tap < TAPS; tap += 1) {
    pull += (blur[tap] ?? 0) * (rest[at - (offsets[tap] ?? 0)] ?? 0);
  }
  return pull;
}

function moveTo({ blur, board, rest, offsets }: Search, at: number, value: number): void {
  const change = value - (board[at] ?? 0);
  if (change === 0) return;
  board[at] = value;
  for (let tap = 0; tap < TAPS; tap += 1) {
    const there = at - (offsets[tap] ?? 0);
    rest[there] = (rest[there] ?? 0) - change * (blur[tap] ?? 0);
  }
}
