import { cheapestFlips } from './cheapest-flips.ts';
import { solveChecks } from './solved-checks.ts';

/** A block as it looks. */
export interface SoftBlock {
  /**
   * Each bit, from the highest of the first codeword on: above zero set, below unset, the further the
   * surer.
   */
  readonly bits: Float32Array;
  /** Codewords of checks, at its end. */
  readonly checks: number;
}

/** Blocks that would look as likely by chance, as a power of two: one in four thousand million. */
const BY_CHANCE = -32;
/**
 * How sure the least sure quarter of the bits has to be, against the surest quarter: of 1,900 blocks of hard
 * videos below it 15 could be read, of 2,500 above it 345.
 */
const LEAST_EVEN = 0.34;
/** Of what is less sure than this, against the surest quarter, nothing is known. */
const LOST = 0.06;

/**
 * The codewords of the block that looks most like what was seen. The surest bits are taken for right, all but
 * two of them at most, and the checks say what the least sure ones are (ordered statistics decoding, Fossorier
 * and Lin 1995). The repair of codewords throws away that of a wrong one most bits are right; where one bit in
 * twenty is wrong, as chance will have it, this reads nine blocks of ten and that one of a hundred.
 *
 * @returns `undefined` when chance could have given another that looks as likely
 */
export function likeliestBlock({ bits, checks }: SoftBlock): Uint8Array | undefined {
  const sureness = bits.map(Math.abs);
  const order = leastSureFirst(sureness);
  if (!isEven(sureness, order)) return undefined;
  const isSet = (bit: number) => (bits[bit] ?? 0) > 0;
  const flips = cheapestFlips(solveChecks(isSet, order, checks), sureness);
  const chance = likelyByChance(sureness, flips.cost) - 8 * checks;
  // Written so that what is no number is refused as well.
  if (!(chance <= BY_CHANCE)) return undefined;
  const block = new Uint8Array(bits.length / 8);
  const flip = (bit: number) => {
    block[bit >> 3] = (block[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  };
  for (const bit of bits.keys()) if (isSet(bit)) flip(bit);
  for (const bit of flips.bits) flip(bit);
  return block;
}

/** Whether the bits of which anything is known are about equally sure; glare leaves others without. */
function isEven(sureness: Float32Array, order: Int32Array): boolean {
  const at = (place: number) => sureness[order[Math.floor(place)] ?? 0] ?? 0;
  const sure = at(0.75 * order.length);
  const lost = order.findIndex((bit) => (sureness[bit] ?? 0) > LOST * sure);
  return at(lost + 0.25 * (order.length - lost)) >= LEAST_EVEN * sure;
}

/** So many steps of sureness are told apart. */
const STEPS = 1_024;

/** Sorts by counting, which takes a tenth of the time. */
function leastSureFirst(sureness: Float32Array): Int32Array {
  const scale = (STEPS - 1) / mostOf(sureness);
  const steps = Uint16Array.from(sureness, (value) => scale * value);
  const starts = new Int32Array(STEPS + 1);
  for (const step of steps) starts[step + 1] = (starts[step + 1] ?? 0) + 1;
  for (let step = 1; step < STEPS; step += 1) {
    starts[step] = (starts[step] ?? 0) + (starts[step - 1] ?? 0);
  }
  const order = new Int32Array(sureness.length);
  for (const [bit, step] of steps.entries()) {
    const place = starts[step] ?? 0;
    order[place] = bit;
    starts[step] = place + 1;
  }
  return order;
}

function mostOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, value), Number.MIN_VALUE);
}

/** Sureness is rounded down to so many steps: of what is as likely rather too much is counted. */
const CHANCE_STEPS = 64;

/**
 * The power of two of all patterns of bits that contradict what was seen no more than that (the bound of
 * Chernoff). Of them chance makes a block of one in as many as there are patterns of the checks' bits.
 */
function likelyByChance(sureness: Float32Array, cost: number): number {
  const step = mostOf(sureness) / (CHANCE_STEPS - 1);
  const counts = new Int32Array(CHANCE_STEPS);
  for (const value of sureness) {
    const index = Math.min(CHANCE_STEPS - 1, Math.floor(value / step));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const mean = sureness.reduce((sum, value) => sum + value, 0) / sureness.length;
  let least = Number.POSITIVE_INFINITY;
  for (let slope = 1 / mean; slope < 40 / mean; slope *= 1.4) {
    const sum = counts.reduce(
      (all, count, index) => all + count * Math.log1p(Math.exp(-slope * index * step)),
      slope * cost,
    );
    least = Math.min(least, sum / Math.LN2);
  }
  return least;
}
