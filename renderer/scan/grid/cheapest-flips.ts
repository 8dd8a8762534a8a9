import type { SolvedChecks } from './solved-checks.ts';

/** Two free bits are tried together among so many of the least sure ones. */
const MOST_PAIRED = 100;

/** Bits that have to turn over for all checks to be right. */
export interface Flips {
  readonly bits: readonly number[];
  /** How sure they looked, together. */
  readonly cost: number;
}

/** For each equation whether the bit it was solved for turns over; 32 in a number. */
type Turns = readonly number[];

interface Candidate {
  readonly bit: number;
  readonly cost: number;
  /** What turns over with it. */
  readonly turns: Turns;
}

/**
 * The flips that contradict least of what was seen, with none, one or two of the free bits among them: the
 * equations say what becomes of the others.
 *
 * @param sureness of each bit
 */
export function cheapestFlips(checks: SolvedChecks, sureness: Float32Array): Flips {
  const { order, planes, free } = checks;
  const turnsOf = (column: number): Turns => planes.map((plane) => plane[column] ?? 0);
  const costOf = costsOfTurns(checks, sureness);
  const rest = turnsOf(order.length);
  const candidates = free.map((column): Candidate => {
    const bit = order[column] ?? 0;
    return { bit, cost: sureness[bit] ?? 0, turns: turnsOf(column) };
  });
  let chosen: readonly Candidate[] = [];
  let cost = costOf(rest, NOTHING, Number.POSITIVE_INFINITY);
  for (const [index, one] of candidates.entries()) {
    if (one.cost >= cost) break;
    const alone = one.cost + costOf(rest, one.turns, cost - one.cost);
    if (alone < cost) [chosen, cost] = [[one], alone];
    if (index >= MOST_PAIRED) continue;
    const turned = differenceOf(rest, one.turns);
    for (let before = 0; before < index; before += 1) {
      const other = candidates[before];
      const least = one.cost + (other?.cost ?? 0);
      if (other === undefined || least >= cost) break;
      const both = least + costOf(turned, other.turns, cost - least);
      if (both < cost) [chosen, cost] = [[one, other], both];
    }
  }
  const turned = chosen.reduce((turns, one) => differenceOf(turns, one.turns), rest);
  return { bits: [...chosen.map(({ bit }) => bit), ...bitsOf(checks, turned)], cost };
}

const NOTHING: Turns = [];

function differenceOf(one: Turns, other: Turns): Turns {
  return one.map((value, plane) => value ^ (other[plane] ?? 0));
}

/** Where one and the other differ something turns over; what comes to more than the limit is not added up. */
type CostOf = (one: Turns, other: Turns, limit: number) => number;

/** Looks up eight equations at once. */
function costsOfTurns({ order, solvedFor }: SolvedChecks, sureness: Float32Array): CostOf {
  const costs = new Float32Array(32 * solvedFor.length);
  for (let start = 0; start < costs.length; start += 256) {
    for (let value = 1; value < 256; value += 1) {
      const lowest = 31 - Math.clz32(value & -value);
      const column = solvedFor[start / 32 + lowest] ?? -1;
      const own = sureness[order[column] ?? -1] ?? 0;
      costs[start + value] = (costs[start + (value & (value - 1))] ?? 0) + own;
    }
  }
  return (one, other, limit) => {
    let sum = 0;
    for (let plane = 0; plane < one.length && sum < limit; plane += 1) {
      const value = (one[plane] ?? 0) ^ (other[plane] ?? 0);
      const start = 1_024 * plane;
      sum +=
        (costs[start + (value & 255)] ?? 0) +
        (costs[start + 256 + ((value >>> 8) & 255)] ?? 0) +
        (costs[start + 512 + ((value >>> 16) & 255)] ?? 0) +
        (costs[start + 768 + (value >>> 24)] ?? 0);
    }
    return sum;
  };
}

function bitsOf({ order, solvedFor }: SolvedChecks, turns: Turns): readonly number[] {
  const bits: number[] = [];
  for (const [equation, column] of solvedFor.entries()) {
    const isTurned = ((turns[equation >> 5] ?? 0) >>> (equation & 31)) & 1;
    if (isTurned) bits.push(order[column] ?? 0);
  }
  return bits;
}
