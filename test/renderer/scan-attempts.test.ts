import { beforeEach, describe, expect, it } from 'vitest';
import type { Point } from '../../renderer/scan/outline.ts';
import { createFrameReader, type FrameReader } from '../../renderer/scan/pipeline/frame-reader.ts';
import type { LumaImage } from '../../renderer/scan/pipeline/luma-image.ts';
import type { Decode, Detection, Effort } from '../../renderer/scan/pipeline/wasm-decoder.ts';

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

const FINDERS = [
  { x: 310, y: 110 },
  { x: 634, y: 110 },
  { x: 310, y: 434 },
] as const;

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
const empty: LumaImage = { ...frame, luma: frame.luma.slice().fill(150) };

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
    grid: { read: () => undefined, readOn: () => undefined, forget: () => undefined },
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
    // One that every frame gets, and in every other frame the one whose turn it is.
    expect(later.map((efforts) => efforts.length).join('')).toMatch(/^(12)+$|^(21)+$/);
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

describe('a code that is seen and cannot be read', () => {
  const corners = [
    { x: 310, y: 110 },
    { x: 690, y: 110 },
    { x: 690, y: 490 },
    { x: 310, y: 490 },
  ] as const;
  const unread: Detection = { text: undefined, corners, modules: 65 };
  const held = busyFrame(1280, 720);
  /** What the reader of single modules was asked for. */
  let asked: ('read' | 'readOn')[];
  let forgotten: number;

  beforeEach(() => {
    asked = [];
    forgotten = 0;
    for (const place of FINDERS) drawFinder(held, place);
    reader = createFrameReader({
      decode: (image, effort) => {
        decode(image, effort);
        return image === held && effort.downscale === 3 ? unread : undefined;
      },
      secondEngine: decode,
      grid: {
        read: () => {
          asked.push('read');
          return { ...unread, isExhausted: true };
        },
        readOn: () => {
          asked.push('readOn');
          return { ...unread, isExhausted: true };
        },
        forget: () => {
          forgotten += 1;
        },
      },
      clock: () => nowMs,
      budgetMs: 24,
    });
  });

  it('is looked at module by module in every frame, and longer now and then', () => {
    const each = Array.from({ length: 40 }, () => {
      asked = [];
      looksAt(held, false);
      nowMs += 33;
      return asked;
    });
    expect(each.filter((ways) => ways.includes('read')).length).toBe(each.length);
    expect(each.flat()).toContain('readOn');
  });

  it('is looked for where it was only in every other frame, so that another is not overlooked', () => {
    const isWhole = Array.from({ length: 12 }, () => {
      looksAt(held, false);
      nowMs += 33;
      return looks.some(({ width, effort }) => width === held.width && effort.downscale === 3);
    });
    const [, ...later] = isWhole;
    expect(later.filter(Boolean).length).toBeGreaterThanOrEqual(5);
    expect(later.filter((whole) => !whole).length).toBeGreaterThanOrEqual(5);
  });

  it('is forgotten a second after it has left, and not before', () => {
    looksAt(held, false);
    nowMs += 700;
    looksAt(empty, false);
    expect(forgotten).toBe(0);
    nowMs += 600;
    looksAt(empty, false);
    expect(forgotten).toBe(1);
  });
});

describe('a hall in which nothing moves', () => {
  const held = busyFrame(1280, 720);
  for (const place of FINDERS) drawFinder(held, place);

  /** The longest of many frames, in milliseconds. */
  const longest = (isStill: boolean) => {
    const each = Array.from({ length: 40 }, () => {
      const beganMs = nowMs;
      looksAt(held, isStill);
      const tookMs = nowMs - beganMs;
      nowMs += 500;
      return tookMs;
    });
    return Math.max(...each);
  };

  it('keeps a code that comes waiting for less than a frame takes in which something moves', () => {
    lookMs = ({ downscale }) => (downscale === 3 ? 4 : 10);
    const read = () => {
      nowMs += 25;
      return undefined;
    };
    const grid = { read, readOn: () => undefined, forget: () => undefined };
    const clock = () => nowMs;
    reader = createFrameReader({ decode, secondEngine: decode, grid, clock, budgetMs: 24 });
    expect(longest(true)).toBeLessThan(longest(false));
  });
});

/** A finder of modules five pixels wide, in a margin of a module. */
function drawFinder({ luma, width }: LumaImage, place: Point): void {
  for (let y = -5; y < 40; y += 1) {
    for (let x = -5; x < 40; x += 1) {
      const ring = Math.max(Math.abs(x - 17), Math.abs(y - 17)) / 5;
      const isLight = ring > 3.5 || (ring > 1.5 && ring <= 2.5);
      luma[(place.y + y) * width + place.x + x] = isLight ? 200 : 40;
    }
  }
}
