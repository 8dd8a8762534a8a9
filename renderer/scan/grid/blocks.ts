/** The four levels of error correction by the two bits that stand for them (§7.9.1). */
export type Level = 0 | 1 | 2 | 3;

/** How the codewords of a version and level are shared out (ISO/IEC 18004:2015 table 9). */
export interface BlockPlan {
  /** Codewords of data in each block, the shorter blocks first. */
  readonly dataLengths: readonly number[];
  /** Codewords of checks in each block. */
  readonly checks: number;
}

// By version from 1; the order of the levels is that of their two bits: M, L, H, Q.
const CHECKS: readonly string[] = [
  '10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28',
  '7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
  '17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
  '13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
];
const BLOCKS: readonly string[] = [
  '1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49',
  '1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25',
  '1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81',
  '1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68',
];

/** The plan for so many codewords of a version at a level. */
export function blockPlan(version: number, level: Level, codewords: number): BlockPlan {
  const checks = entry(CHECKS, level, version);
  const blocks = entry(BLOCKS, level, version);
  const short = Math.floor(codewords / blocks) - checks;
  const longBlocks = codewords % blocks;
  const dataLengths = Array.from({ length: blocks }, (_, index) =>
    index < blocks - longBlocks ? short : short + 1,
  );
  return { dataLengths, checks };
}

function entry(table: readonly string[], level: Level, version: number): number {
  return Number(table[level]?.split(' ')[version - 1]);
}
