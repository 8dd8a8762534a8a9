import { type BlockPlan, blockPlan } from './blocks.ts';
import { type Format, isMasked, readFormat } from './format-information.ts';
import { DARK, type Layout, LIGHT } from './layout.ts';
import { type Repair, repairBlock } from './reed-solomon.ts';
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
  const { codewords, plan } = readAll(grid, layout);
  const data: number[] = [];
  for (const block of takeApart(codewords, plan)) {
    const repaired = repairSoftly(block, { checks: plan.checks, spare: SPARE_CHECKS });
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
  const { codewords, plan, format } = readAll(grid, layout);
  for (const block of takeApart(codewords, plan)) {
    const repaired = repairSoftly(block, { checks: plan.checks, spare: SPARE_CHECKS });
    if (repaired === undefined) return undefined;
    const marks = new Uint8Array(layout.known.length);
    // Where a block differs from another in anything, nearly all of its checks do.
    for (let place = block.length; place < repaired.length; place += 1) {
      const index = block.indexes[place] ?? 0;
      markCodeword(marks, { layout, mask: format.mask }, index, repaired[place] ?? 0);
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
  const { codewords, plan, format } = readAll(grid, layout);
  const known = layout.known.slice();
  let hasLearned = false;
  for (const block of takeApart(codewords, plan)) {
    const isKnown = block.sureness.every((sureness) => sureness >= KNOWN_SOFT);
    const spare = CERTAIN_SPARE_CHECKS;
    const repaired = isKnown ? undefined : repairSoftly(block, { checks: plan.checks, spare });
    if (repaired === undefined) continue;
    hasLearned = true;
    for (const [place, codeword] of repaired.entries()) {
      markCodeword(known, { layout, mask: format.mask }, block.indexes[place] ?? 0, codeword);
    }
  }
  return hasLearned ? { ...layout, known } : layout;
}

interface ReadGridResult {
  readonly format: Format;
  readonly codewords: Codewords;
  readonly plan: BlockPlan;
}

function readAll(grid: SoftGrid, layout: Layout): ReadGridResult {
  const format = readFormat(grid, layout.modules);
  const codewords = readCodewords(grid, layout, format.mask);
  return {
    format,
    codewords,
    plan: blockPlan(layout.version, format.level, codewords.values.length),
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

interface Codewords {
  readonly values: Uint8Array;
  /** How sure the least sure bit of each codeword is. */
  readonly sureness: Float32Array;
}

function readCodewords(grid: SoftGrid, layout: Layout, mask: number): Codewords {
  const count = layout.data.length >> 3;
  const values = new Uint8Array(count);
  const sureness = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  for (let bit = 0; bit < count * 8; bit += 1) {
    const place = layout.data[bit] ?? 0;
    const soft = KNOWN_VALUES[layout.known[place] ?? 0] || (grid[place] ?? 0);
    const row = Math.floor(place / layout.modules);
    const isDark = soft < 0 !== isMasked(mask, place - row * layout.modules, row);
    const index = bit >> 3;
    if (isDark) values[index] = (values[index] ?? 0) | (0x80 >> (bit & 7));
    sureness[index] = Math.min(sureness[index] ?? 0, Math.abs(soft));
  }
  return { values, sureness };
}

/** One block, as it was read. */
interface Block {
  readonly values: Uint8Array;
  readonly sureness: Float32Array;
  /** Where in the code each of its codewords comes. */
  readonly indexes: Uint16Array;
  /** Codewords of data. */
  readonly length: number;
}

/** Takes the interleaved blocks apart (§7.6). */
function takeApart({ values, sureness }: Codewords, plan: BlockPlan): readonly Block[] {
  const { dataLengths, checks } = plan;
  const blocks = dataLengths.map((length) => ({
    values: new Uint8Array(length + checks),
    sureness: new Float32Array(length + checks),
    indexes: new Uint16Array(length + checks),
    length,
  }));
  let next = 0;
  const longest = Math.max(...dataLengths) + checks;
  for (let index = 0; index < longest; index += 1) {
    for (const block of blocks) {
      // Short blocks have no codeword in the last row of data, and their checks come with the rest.
      const place = indexInBlock(index, block.length, longest - checks);
      if (place === undefined) continue;
      block.values[place] = values[next] ?? 0;
      block.sureness[place] = sureness[next] ?? 0;
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
function repairSoftly(
  block: Block,
  { checks, spare }: Pick<Repair, 'checks' | 'spare'>,
): Uint8Array | undefined {
  const doubtful = [...block.sureness.keys()].sort(
    (one, other) => (block.sureness[one] ?? 0) - (block.sureness[other] ?? 0),
  );
  for (let erased = 0; erased <= checks - spare; erased += 2) {
    const repair = { checks, erased: doubtful.slice(0, erased), spare };
    const repaired = repairBlock(block.values, repair);
    if (repaired !== undefined) return repaired;
  }
  return undefined;
}
