import { type BlockPlan, blockPlan } from './blocks.ts';
import { isMasked, readFormat } from './format-information.ts';
import { DARK, type Layout, LIGHT } from './layout.ts';
import { likeliestBlock, type SoftBlock } from './likeliest-block.ts';
import { isNearlyRead } from './nearly-read.ts';
import { repairBlock } from './reed-solomon.ts';
import { textOf } from './segments.ts';
import type { SoftGrid } from './soft-grid.ts';

/** Checks of each block that must be left over: a chance of one in 65,536 for each block. */
const SPARE_CHECKS = 2;
/** The same for a block that others are to be read by: one in four thousand million. */
const CERTAIN_SPARE_CHECKS = 4;
/** Of a module that is known beforehand; far above what a picture says. */
const KNOWN_SOFT = 8;

/** Reads the text of a grid, however many modules are doubtful; `undefined` when it cannot be. */
export function decodeGrid(grid: SoftGrid, layout: Layout): string | undefined {
  const { blocks, repair } = readAll(grid, layout);
  const data: number[] = [];
  for (const block of blocks) {
    const repaired = repair(block, SPARE_CHECKS);
    if (repaired === undefined) return undefined;
    data.push(...repaired.subarray(0, block.length));
  }
  return textOf(Uint8Array.from(data), layout.version);
}

/**
 * The same for a grid that several frames were added up in. Every block has to be seen in the newest of
 * them: two certificates of one office share whole blocks, and theirs must never be mixed.
 */
export function decodeSum(grid: SoftGrid, layout: Layout, newest: SoftGrid): string | undefined {
  const { blocks, repair, mask } = readAll(grid, layout);
  for (const block of blocks) {
    const repaired = repair(block, SPARE_CHECKS);
    if (repaired === undefined) return undefined;
    const marks = new Uint8Array(layout.known.length);
    // Where a block differs from another in anything, nearly all of its checks do.
    for (let place = block.length; place < repaired.length; place += 1) {
      const index = block.indexes[place] ?? 0;
      markCodeword(marks, { layout, mask }, index, repaired[place] ?? 0);
    }
    if (!isSeenIn(newest, marks)) return undefined;
  }
  return decodeGrid(grid, layout);
}

/** Agreement from -1 to 1; by chance some 180 modules come that far from 0 once in 30,000 times. */
const LEAST_SEEN = 0.3;

function isSeenIn(grid: SoftGrid, marks: Uint8Array): boolean {
  let agreement = 0;
  let count = 0;
  for (const [place, mark] of marks.entries()) {
    if (mark === 0) continue;
    count += 1;
    agreement += Math.sign(grid[place] ?? 0) * (mark === LIGHT ? 1 : -1);
  }
  return agreement > LEAST_SEEN * count;
}

/**
 * The layout with all modules of those blocks that can be repaired among the known ones; the same when
 * there is no new one. What is known of some blocks makes the others easier to read.
 */
export function learnBlocks(grid: SoftGrid, layout: Layout): Layout {
  const { blocks, repair, mask } = readAll(grid, layout);
  const known = layout.known.slice();
  let hasLearned = false;
  for (const block of blocks) {
    const isKnown = block.bits.every((soft) => Math.abs(soft) >= KNOWN_SOFT);
    const repaired = isKnown ? undefined : repair(block, CERTAIN_SPARE_CHECKS);
    if (repaired === undefined) continue;
    hasLearned = true;
    for (const [place, codeword] of repaired.entries()) {
      markCodeword(known, { layout, mask }, block.indexes[place] ?? 0, codeword);
    }
  }
  return hasLearned ? { ...layout, known } : layout;
}

interface ReadBlocks {
  readonly mask: number;
  readonly blocks: readonly Block[];
  /** By codewords with so many checks to spare, or else by bits, which leaves as little to chance as four. */
  readonly repair: (block: Block, spare: number) => Uint8Array | undefined;
}

function readAll(grid: SoftGrid, layout: Layout): ReadBlocks {
  const { mask, level } = readFormat(grid, layout.modules);
  const bits = readBits(grid, layout, mask);
  const isWorthIt = isNearlyRead(grid, layout);
  return {
    mask,
    blocks: takeApart(bits, blockPlan(layout.version, level, bits.length / 8)),
    repair: (block, spare) =>
      repairCodewords(block, spare) ?? (isWorthIt ? likeliestBlock(block) : undefined),
  };
}

function markCodeword(
  known: Uint8Array,
  { layout, mask }: { readonly layout: Layout; readonly mask: number },
  index: number,
  codeword: number,
): void {
  for (let bit = 0; bit < 8; bit += 1) {
    const place = layout.data[8 * index + bit] ?? 0;
    const row = Math.floor(place / layout.modules);
    const isSet = ((codeword >> (7 - bit)) & 1) === 1;
    known[place] = isSet !== isMasked(mask, place - row * layout.modules, row) ? DARK : LIGHT;
  }
}

/** By mark. */
const KNOWN_VALUES = [0, KNOWN_SOFT, -KNOWN_SOFT] as const;

/** The bits of all codewords, as in a `SoftBlock`. */
function readBits(grid: SoftGrid, layout: Layout, mask: number): Float32Array {
  const bits = new Float32Array(8 * (layout.data.length >> 3));
  for (let bit = 0; bit < bits.length; bit += 1) {
    const place = layout.data[bit] ?? 0;
    const soft = KNOWN_VALUES[layout.known[place] ?? 0] || (grid[place] ?? 0);
    const row = Math.floor(place / layout.modules);
    // A dark module is a bit that is set, unless the mask turns it over.
    bits[bit] = isMasked(mask, place - row * layout.modules, row) ? soft : -soft;
  }
  return bits;
}

/** One block, as it was read. */
interface Block extends SoftBlock {
  /** Where in the code each of its codewords comes. */
  readonly indexes: Uint16Array;
  /** Codewords of data. */
  readonly length: number;
}

/** Takes the interleaved blocks apart (§7.6). */
function takeApart(bits: Float32Array, { dataLengths, checks }: BlockPlan): readonly Block[] {
  const blocks = dataLengths.map((length) => ({
    bits: new Float32Array(8 * (length + checks)),
    indexes: new Uint16Array(length + checks),
    length,
    checks,
  }));
  let next = 0;
  const longest = Math.max(...dataLengths) + checks;
  for (let index = 0; index < longest; index += 1) {
    for (const block of blocks) {
      // Short blocks have no codeword in the last row of data, and their checks come with the rest.
      const place = indexInBlock(index, block.length, longest - checks);
      if (place === undefined) continue;
      block.bits.set(bits.subarray(8 * next, 8 * next + 8), 8 * place);
      block.indexes[place] = next;
      next += 1;
    }
  }
  return blocks;
}

function indexInBlock(row: number, length: number, longest: number): number | undefined {
  if (row < length) return row;
  return row < longest ? undefined : length + row - longest;
}

/** Gives up ever more of the least sure codewords until the rest suffices (Forney 1966). */
function repairCodewords({ bits, checks }: SoftBlock, spare: number): Uint8Array | undefined {
  const { values, sureness } = codewordsOf(bits);
  const doubtful = [...sureness.keys()].sort(
    (one, other) => (sureness[one] ?? 0) - (sureness[other] ?? 0),
  );
  for (let erased = 0; erased <= checks - spare; erased += 2) {
    const repaired = repairBlock(values, { checks, erased: doubtful.slice(0, erased), spare });
    if (repaired !== undefined) return repaired;
  }
  return undefined;
}

interface Codewords {
  readonly values: Uint8Array;
  /** How sure the least sure bit of each is. */
  readonly sureness: Float32Array;
}

function codewordsOf(bits: Float32Array): Codewords {
  const values = new Uint8Array(bits.length / 8);
  const sureness = new Float32Array(values.length).fill(Number.POSITIVE_INFINITY);
  for (const [bit, soft] of bits.entries()) {
    const index = bit >> 3;
    if (soft > 0) values[index] = (values[index] ?? 0) | (0x80 >> (bit & 7));
    sureness[index] = Math.min(sureness[index] ?? 0, Math.abs(soft));
  }
  return { values, sureness };
}
