import { repairBlock } from './reed-solomon.ts';

/**
 * The equations of a block's checks, one a bit of them, solved for the bits that come first in an order.
 * Bits are in columns of that order; the last column is what does not add up.
 */
export interface SolvedChecks {
  /** The bit of each column. */
  readonly order: Int32Array;
  /** 32 equations in each plane, one in each bit of its numbers; a number for each column. */
  readonly planes: Planes;
  /** For each equation the column that it was solved for; -1 where there is no equation. */
  readonly solvedFor: Int32Array;
  /** The columns of the other bits. */
  readonly free: readonly number[];
}

type Planes = readonly Int32Array[];

/**
 * Solves them by Gauss and Jordan's elimination.
 *
 * @param isSet whether each bit is set, from the highest of the first codeword on
 * @param order all bits, those first that the equations are to be solved for
 * @param checks codewords of checks at the block's end
 */
export function solveChecks(
  isSet: (bit: number) => boolean,
  order: Int32Array,
  checks: number,
): SolvedChecks {
  const columns = easyColumnsFirst(order, checks);
  const planes = equations(isSet, columns, checks);
  const solvedFor = new Int32Array(32 * planes.length).fill(-1);
  const open = planes.map((_, index) => maskOfBytes(checks - 4 * index));
  const free: number[] = [];
  let left = 8 * checks;
  for (let column = 0; column < order.length; column += 1) {
    const pivot = left === 0 ? undefined : pivotOf(planes, open, column);
    if (pivot === undefined) {
      free.push(column);
      continue;
    }
    left -= 1;
    solvedFor[32 * pivot.plane + pivot.row] = column;
    open[pivot.plane] = (open[pivot.plane] ?? 0) & ~(1 << pivot.row);
    eliminate(planes, pivot, { column, free });
  }
  return { order: columns, planes, solvedFor, free };
}

/** A bit of a check stands in one equation only, and costs nothing as long as it comes first. */
function easyColumnsFirst(order: Int32Array, checks: number): Int32Array {
  const first = order.subarray(0, 8 * checks);
  const isCheck = (bit: number) => bit >= order.length - 8 * checks;
  const ordered = order.slice();
  const easy = first.filter(isCheck);
  ordered.set(easy);
  ordered.set(
    first.filter((bit) => !isCheck(bit)),
    easy.length,
  );
  return ordered;
}

function maskOfBytes(count: number): number {
  return count >= 4 ? -1 : (1 << (8 * count)) - 1;
}

function equations(
  isSet: (bit: number) => boolean,
  order: Int32Array,
  checks: number,
): readonly Int32Array[] {
  return checksOfBits(order.length, checks).map((all) => {
    const plane = new Int32Array(order.length + 1);
    let rest = 0;
    for (const [column, bit] of order.entries()) {
      const value = all[bit] ?? 0;
      plane[column] = value;
      if (isSet(bit)) rest ^= value;
    }
    plane[order.length] = rest;
    return plane;
  });
}

/** Blocks of one shape come again and again. */
const SHAPES = new Map<number, Planes>();

function checksOfBits(length: number, checks: number): Planes {
  const shape = 256 * length + checks;
  const planes = SHAPES.get(shape) ?? computeChecksOfBits(length, checks);
  SHAPES.set(shape, planes);
  return planes;
}

/** For each bit the checks of a block in which it alone is set; those of a check's bit are that bit. */
function computeChecksOfBits(length: number, checks: number): Planes {
  const planes = Array.from({ length: Math.ceil(checks / 4) }, () => new Int32Array(length));
  const dataLength = length / 8 - checks;
  const erased = Array.from({ length: checks }, (_, check) => dataLength + check);
  for (let bit = 0; bit < length; bit += 1) {
    const alone = new Uint8Array(length / 8);
    alone[bit >> 3] = 0x80 >> (bit & 7);
    const isData = bit >> 3 < dataLength;
    const block = isData ? repairBlock(alone, { checks, erased, spare: 0 }) : alone;
    for (const [index, plane] of planes.entries()) {
      plane[bit] = numberOfBytes(block?.subarray(dataLength + 4 * index) ?? alone);
    }
  }
  return planes;
}

function numberOfBytes([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): number {
  return first | (second << 8) | (third << 16) | (fourth << 24);
}

interface Pivot {
  readonly plane: number;
  readonly row: number;
}

/** An equation that is not solved for another column yet and has this one in it. */
function pivotOf(planes: Planes, open: readonly number[], column: number): Pivot | undefined {
  for (const [plane, numbers] of planes.entries()) {
    const candidates = (numbers[column] ?? 0) & (open[plane] ?? 0);
    if (candidates !== 0) return { plane, row: 31 - Math.clz32(candidates) };
  }
  return undefined;
}

/** Takes the column out of all other equations. */
function eliminate(
  planes: Planes,
  pivot: Pivot,
  { column, free }: { readonly column: number; readonly free: readonly number[] },
): void {
  const own = planes[pivot.plane];
  if (own === undefined) return;
  // From here on it stands for the others that it was in.
  own[column] = (own[column] ?? 0) & ~(1 << pivot.row);
  if (planes.every((plane) => plane[column] === 0)) return;
  // The equation's own plane last: what it is in must not change before.
  for (const plane of [...planes.filter((other) => other !== own), own]) {
    const taken = plane[column] ?? 0;
    const shift = pivot.row;
    for (let later = column + 1; later < plane.length; later += 1) {
      plane[later] = (plane[later] ?? 0) ^ (taken & -(((own[later] ?? 0) >>> shift) & 1));
    }
    for (const before of free) {
      plane[before] = (plane[before] ?? 0) ^ (taken & -(((own[before] ?? 0) >>> shift) & 1));
    }
  }
}
