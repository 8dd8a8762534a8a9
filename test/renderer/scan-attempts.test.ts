import { beforeEach, describe, expect, it } from 'vitest';
import { createFrameReader, type FrameReader } from '../../renderer/scan/pipeline/frame-reader.ts';
import type { LumaImage } from '../../renderer/scan/pipeline/luma-image.ts';
import type { Decode, Effort } from '../../renderer/scan/pipeline/wasm-decoder.ts';

/** Time passes only while an engine looks at a picture: as many milliseconds as the test says. */
let nowMs = 0;
let lookMs: (effort: Effort, image: LumaImage) => number;
let looks: { readonly width: number; readonly effort: Effort }[];
let reader: FrameReader;

/** Engines that find nothing; the reader has to do with what time they leave. */
const decode: Decode = (image, effort) => {
  looks.push({ width: image.width, effort });
  nowMs += lookMs(effort, image);
  return undefined;
};

/** Something code-like, so that the hard attempts have where to look. */
function busyFrame(width: number, height: number): LumaImage {
  const luma = new Uint8Array(width * height).fill(150);
  for (let y = 100; y < 500; y += 1) {
    for (let x = 300; x < 700; x += 1) {
      const isDark = (Math.imul((x >> 3) * 51 + (y >> 3), 2_654_435_761) >>> 28) % 2 === 0;
      luma[y * width + x] = isDark ? 40 : 200;
    }
  }
  return { width, height, luma };
}

const frame = busyFrame(1280, 720);

/** How many looks a frame got. */
function looksAt(image: LumaImage, isStill: boolean): number {
  looks = [];
  reader.read(image, isStill);
  return looks.length;
}

beforeEach(() => {
  nowMs = 10_000;
  lookMs = () => 4;
  looks = [];
  reader = createFrameReader({
    decode,
    secondEngine: decode,
    readGrid: () => undefined,
    clock: () => nowMs,
    budgetMs: 24,
  });
});

describe('the time of a frame', () => {
  it('is not overrun by an attempt that would hardly end in it', () => {
    lookMs = ({ downscale, denoise }) => (downscale === 3 ? 4 : denoise ? 60 : 15);
    const hardLooks = Array.from({ length: 60 }, () => {
      looksAt(frame, false);
      nowMs += 33;
      return looks
        .map(({ effort }) => effort)
        .filter((effort) => effort.downscale !== 3 && !effort.invert && !effort.isForeign);
    });
    const later = hardLooks.slice(30);
    expect(Math.max(...later.map((efforts) => efforts.length))).toBe(1);
    // However long it takes, each has its turn: none is given up for ever.
    expect(later.flat().some(({ denoise }) => denoise)).toBe(true);
  });

  it('is half left to others while nothing moves and nothing is found', () => {
    const still = Array.from({ length: 30 }, () => {
      const count = looksAt(frame, true);
      nowMs += 10;
      return count;
    });
    const moving = Array.from({ length: 30 }, () => {
      const count = looksAt(frame, false);
      nowMs += 10;
      return count;
    });
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    expect(still.filter((count) => count === 1).length).toBeGreaterThan(10);
    expect(still.some((count) => count > 2)).toBe(true);
    expect(sum(moving)).toBeGreaterThan(1.4 * sum(still));
  });
});

describe('a large frame', () => {
  it('is looked at in half its size first, and then in full where a code may be', () => {
    const large = busyFrame(1920, 1080);
    looksAt(large, false);
    const [first, second] = looks;
    expect(first?.width).toBe(960);
    expect(second?.width).toBeGreaterThan(400);
    expect(second?.width).toBeLessThan(1_000);
  });
});
