import { encodeQR } from 'qr';
import { describe, expect, it } from 'vitest';
import { decodeGrid, decodeSum, learnBlocks } from '../../renderer/scan/grid/decode-grid.ts';
import { addFrame, afterStranger, mayBeSameCode } from '../../renderer/scan/grid/evidence.ts';
import { gatherLooks } from '../../renderer/scan/grid/gather-looks.ts';
import { type Layout, layoutOf } from '../../renderer/scan/grid/layout.ts';
import { repairBlock } from '../../renderer/scan/grid/reed-solomon.ts';
import type { SoftGrid } from '../../renderer/scan/grid/soft-grid.ts';
import { seededRandom } from '../world/seeded-random.ts';

/** A clean code as the grid reader sees it: 1 for light, -1 for dark. */
function gridOf(text: string, ecc: 'low' | 'medium' | 'quartile' | 'high' = 'medium') {
  const rows = encodeQR(text, 'raw', { ecc, border: 1 }).slice(1, -1);
  const modules = rows.length;
  const grid: SoftGrid = new Float32Array(modules * modules);
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.slice(1, -1).entries()) grid[y * modules + x] = isDark ? -1 : 1;
  }
  return { grid, modules };
}

/** Nothing is known of a square in the middle, as under a burnt-out reflection. */
function burn(grid: SoftGrid, modules: number, share: number): void {
  const side = Math.floor(Math.sqrt(share) * modules);
  const from = Math.floor((modules - side) / 2);
  for (let y = from; y < from + side; y += 1) {
    for (let x = from; x < from + side; x += 1) grid[y * modules + x] = 0.01;
  }
}

/** Turns the modules of some codewords over, less surely than they were right. */
function spoil(grid: SoftGrid, { data }: Layout, isSpoiled: (codeword: number) => boolean): void {
  for (const [bit, place] of data.entries()) {
    if (isSpoiled(bit >> 3)) grid[place] = -0.9 * (grid[place] ?? 0);
  }
}

function read({ grid, modules }: ReturnType<typeof gridOf>): string | undefined {
  const layout = layoutOf(modules);
  return layout && decodeGrid(grid, layout);
}

const CERTIFICATE = `PCC1:${'0A+Z $%*./:'.repeat(36)}`;

describe('a grid of modules', () => {
  it.each(['low', 'medium', 'quartile', 'high'] as const)('is read at level %s', (level) => {
    for (const length of [40, 120, 350, 401]) {
      const text = CERTIFICATE.slice(0, length);
      expect(read(gridOf(text, level))).toBe(text);
    }
  });

  it('is read whatever the mode of its text', () => {
    for (const text of [
      '12345678901234567890123',
      'PCC1:lower case and 中文',
      'HTTPS://EXAMPLE.ORG/1',
    ]) {
      expect(read(gridOf(text.padEnd(40, '7')))).toBe(text.padEnd(40, '7'));
    }
  });

  it('is read with a fifth of it burnt out, twice what a plain decoder can do', () => {
    const code = gridOf(CERTIFICATE);
    burn(code.grid, code.modules, 0.2);
    expect(read(code)).toBe(CERTIFICATE);
  });

  it('is read with one module in fifty wrong and many doubtful, as the noise of a camera will have it', () => {
    const code = gridOf(CERTIFICATE);
    const random = seededRandom(20_261_128);
    const noise = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const seen = code.grid.map((value) => value + 0.5 * noise());
    const wrong = seen.filter((value, place) => value * (code.grid[place] ?? 0) < 0).length;
    expect(wrong / seen.length).toBeGreaterThan(0.02);
    expect(read({ ...code, grid: seen })).toBe(CERTIFICATE);
  });

  it('gives no text rather than a wrong one when too much is missing', () => {
    const code = gridOf(CERTIFICATE);
    burn(code.grid, code.modules, 0.5);
    expect(read(code)).toBeUndefined();
  });

  it('gives no text out of noise', () => {
    let state = 1;
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 0x1_0000_0000 - 0.5;
    };
    for (let round = 0; round < 100; round += 1) {
      expect(
        read({ grid: Float32Array.from({ length: 69 * 69 }, random), modules: 69 }),
      ).toBeUndefined();
    }
  });

  it('gives the blocks that can be repaired, each module of them as it was written', () => {
    const whole = gridOf(CERTIFICATE);
    const layout = layoutOf(whole.modules);
    if (layout === undefined) throw new Error('no layout');
    const code = { ...whole, grid: whole.grid.slice() };
    // Version 12 at this level has eight blocks, whose codewords take turns: the third is lost.
    expect(layout.version).toBe(12);
    spoil(code.grid, layout, (codeword) => codeword % 8 === 2 && codeword < 240);
    expect(read(code)).toBeUndefined();
    const { known } = learnBlocks(code.grid, layout);
    const learned = [...known.keys()].filter((at) => known[at] !== layout.known[at]);
    expect(learned.length / layout.data.length).toBeCloseTo(7 / 8, 1);
    for (const at of learned) expect(known[at]).toBe((whole.grid[at] ?? 0) > 0 ? 1 : 2);
  });

  it('is read from two looks together that are wrong in different places', () => {
    const { grid, modules } = gridOf(CERTIFICATE);
    const layout = layoutOf(modules);
    if (layout === undefined) throw new Error('no layout');
    const looks = gatherLooks(layout);
    const [one, other] = [grid.slice(), grid.slice()];
    spoil(one, layout, (codeword) => codeword % 4 === 0);
    spoil(other, layout, (codeword) => codeword % 4 === 2);
    expect(decodeGrid(other, layout)).toBeUndefined();
    expect(looks.add(one)).toBeUndefined();
    expect(looks.add(other)).toBe(CERTIFICATE);
  });

  it('is never put together from two certificates, however much they share', () => {
    const one = gridOf(CERTIFICATE);
    const other = gridOf(`${CERTIFICATE.slice(0, -40)}${'7'.repeat(40)}`);
    const layout = layoutOf(one.modules);
    if (layout === undefined) throw new Error('no layout');
    expect(other.modules).toBe(one.modules);
    expect(decodeSum(one.grid, layout, one.grid)).toBe(CERTIFICATE);
    // Earlier frames showed the one, clearly; the newest shows the other.
    expect(decodeSum(one.grid, layout, other.grid)).toBeUndefined();
  });

  it('is read from what earlier frames said and the newest shows as well', () => {
    const { grid, modules } = gridOf(CERTIFICATE);
    const layout = layoutOf(modules);
    if (layout === undefined) throw new Error('no layout');
    const [earlier, newest] = [grid.slice(), grid.slice()];
    // Whole blocks of the one; of the other a fifth of each of the rest, surer than what is right.
    spoil(earlier, layout, (codeword) => codeword % 4 === 0);
    for (const [bit, place] of layout.data.entries()) {
      const codeword = bit >> 3;
      const isSpoiled = codeword % 5 === 0 && codeword % 4 !== 0;
      if (isSpoiled) newest[place] = -1.3 * (newest[place] ?? 0);
    }
    const looks = gatherLooks(layout);
    expect(looks.add(newest)).toBeUndefined();
    expect(looks.addEarlier(earlier, newest)).toBe(CERTIFICATE);
  });

  it('is not read from earlier frames when the newest shows another certificate', () => {
    const earlier = gridOf(CERTIFICATE);
    const newest = gridOf(`${CERTIFICATE.slice(0, -40)}${'7'.repeat(40)}`);
    const layout = layoutOf(earlier.modules);
    if (layout === undefined) throw new Error('no layout');
    spoil(newest.grid, layout, (codeword) => codeword % 4 === 0);
    const looks = gatherLooks(layout);
    expect(looks.add(newest.grid)).toBeUndefined();
    // Surer than the newest, so that all together say what the earlier ones did.
    const sure = earlier.grid.map((value) => 1.5 * value);
    expect(looks.addEarlier(sure, newest.grid)).toBeUndefined();
    // Nor when its blocks count as certain, and it is looked at again with their help.
    expect(looks.learn()).toBe(true);
    expect(looks.add(earlier.grid.slice())).toBeUndefined();
  });

  it('is not forgotten over a frame that shows something else badly, but over many', () => {
    const { grid, modules } = gridOf(CERTIFICATE);
    const layout = layoutOf(modules);
    if (layout === undefined) throw new Error('no layout');
    const looksAt = (shown: SoftGrid) => {
      const looks = gatherLooks(layout);
      looks.add(shown);
      return looks;
    };
    const stranger = gridOf(`PCC1:${'7Q-H%4WX*.3'.repeat(36)}`).grid;
    const evidence = addFrame(undefined, looksAt(grid), 0.9);
    const kept = afterStranger(evidence, looksAt(stranger), 0.4);
    expect(mayBeSameCode(kept, grid)).toBe(true);
    expect(mayBeSameCode(afterStranger(kept, looksAt(stranger), 1), grid)).toBe(false);
    let later = evidence;
    for (let frame = 0; frame < 12; frame += 1) {
      later = afterStranger(later, looksAt(stranger), 0.4);
    }
    expect(mayBeSameCode(later, grid)).toBe(false);
  });

  it('counts each frame once, although what earlier ones said helped to look at the newest', () => {
    const { grid, modules } = gridOf(CERTIFICATE);
    const layout = layoutOf(modules);
    if (layout === undefined) throw new Error('no layout');
    const newest = grid.map((value, place) => (place % 3 === 0 ? -value : value));
    const alone = gatherLooks(layout);
    const helped = gatherLooks(layout);
    for (const looks of [alone, helped]) looks.add(newest);
    helped.addEarlier(grid, newest);
    const before = addFrame(undefined, alone, 1);
    expect(addFrame(before, helped, 1)).toEqual(addFrame(before, alone, 1));
  });

  it('has no layout where there is no such code', () => {
    for (const modules of [0, 17, 20, 70, 181]) expect(layoutOf(modules)).toBeUndefined();
  });
});

describe('the repair of a block', () => {
  // Data 32 … of ISO/IEC 18004:2015 Annex I.2 ("01234567" in version 1-M) with its ten checks.
  const GOOD = Uint8Array.of(
    ...[16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17],
    ...[165, 36, 212, 193, 237, 54, 199, 135, 44, 85],
  );
  const broken = (...places: readonly number[]) =>
    GOOD.map((value, index) => (places.includes(index) ? value ^ 0x5a : value));

  it('knows a block of the standard as whole', () => {
    expect(repairBlock(GOOD, { checks: 10, erased: [], spare: 0 })).toEqual(GOOD);
  });

  it('mends errors up to half the checks and erasures up to all but the spare ones', () => {
    expect(repairBlock(broken(0, 5, 9, 20), { checks: 10, erased: [], spare: 2 })).toEqual(GOOD);
    const erased = [0, 2, 4, 6, 8, 10, 12, 25];
    expect(repairBlock(broken(...erased), { checks: 10, erased, spare: 2 })).toEqual(GOOD);
    expect(repairBlock(broken(0, 2, 4, 7, 25), { checks: 10, erased: [0, 2], spare: 2 })).toEqual(
      GOOD,
    );
  });

  it('refuses what would leave no check over', () => {
    expect(
      repairBlock(broken(0, 5, 9, 20, 3), { checks: 10, erased: [], spare: 2 }),
    ).toBeUndefined();
  });
});
