import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { createGridReader } from '../../renderer/scan/grid/read-grid.ts';
import type { FrameReading } from '../../renderer/scan/pipeline/frame-look.ts';
import { createFrameReader } from '../../renderer/scan/pipeline/frame-reader.ts';
import type { LumaImage } from '../../renderer/scan/pipeline/luma-image.ts';
import { readWithSecondEngine } from '../../renderer/scan/pipeline/second-engine.ts';
import { createDecoder } from '../../renderer/scan/pipeline/wasm-decoder.ts';
import { drawEmptyFrame, drawFrame } from '../bench/frames/draw-frame.ts';
import { CALM, type FrameSpec } from '../bench/frames/frame-spec.ts';

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
const decode = createDecoder(
  await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(readFileSync(wasmFile)).buffer },
    fireImmediately: true,
  }),
);

/** A reader that was just switched on and has all the time it likes. */
function look(frame: LumaImage): FrameReading {
  const reader = createFrameReader({
    ...{ decode, secondEngine: readWithSecondEngine, grid: createGridReader() },
    clock: () => 0,
    budgetMs: 1,
  });
  return reader.read(frame);
}

function read(frame: LumaImage): string | undefined {
  return look(frame).found?.text;
}

const HELD: FrameSpec = { ...CALM, seed: 12, share: 0.5, textLength: 400 };

describe('a code that the engine alone does not read', () => {
  it.each([
    ['out of focus', { defocusModules: 0.55 }],
    ['smeared by the hand', { motionModules: 2 }],
    ['smeared three modules far', { motionModules: 3 }],
    ['drowned in noise', { noise: 62 }],
    ['half burnt out', { glare: 0.45 }],
    ['half in the dark', { uneven: 0.9 }],
  ])('is read when it is %s', (_name, change) => {
    const frame = drawFrame({ ...HELD, ...change });
    expect(decode(frame, { downscale: 3 })?.text).toBeUndefined();
    expect(read(frame)).toBe(frame.text);
  });

  it('is not made up where there is none', () => {
    for (const seed of [1, 2, 3, 4]) {
      expect(read(drawEmptyFrame({ ...HELD, seed, noise: 30 }))).toBeUndefined();
    }
  });

  it('is not seen where there is none: the scanner would look there and nowhere else', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      expect(look(drawEmptyFrame({ ...HELD, seed })).showsCode, `seed ${seed}`).toBe(false);
    }
  });
});
