import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { createGridReader, type GridReader } from '../../renderer/scan/grid/read-grid.ts';
import { createFrameReader } from '../../renderer/scan/pipeline/frame-reader.ts';
import { readWithSecondEngine } from '../../renderer/scan/pipeline/second-engine.ts';
import { createDecoder } from '../../renderer/scan/pipeline/wasm-decoder.ts';
import { readQr } from '../camera/read-qr.ts';
import type { GreyFrame } from './frames/frame-spec.ts';
import { processorMs } from './processor-time.ts';

/** A frame in the two shapes that readers ask for; making them is not part of a reader's time. */
export interface BenchFrame extends GreyFrame {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

type Read = (frame: BenchFrame) => string | undefined | Promise<string | undefined>;

/** A reader of codes that takes part in the comparison. */
export interface BenchReader {
  readonly name: string;
  readonly isOurs: boolean;
  /** A reader as if just switched on: nothing is remembered of earlier frames. */
  readonly start: () => Read;
}

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
const engine = await prepareZXingModule({
  overrides: { wasmBinary: Uint8Array.from(readFileSync(wasmFile)).buffer },
  fireImmediately: true,
});

/** What the kiosk gives a frame, as `renderer/scan/frame-reader.worker.ts` sets it. */
export const SHIPPED_BUDGET_MS = 24;

/** The pipeline that ships, with a budget a frame; it may be kept from adding frames up. */
export function ours(name: string, budgetMs: number, addsUp = true): BenchReader {
  return {
    name,
    isOurs: true,
    start: () => {
      const reader = createFrameReader({
        decode: createDecoder(engine),
        secondEngine: readWithSecondEngine,
        grid: addsUp ? createGridReader() : forgetful(),
        clock: processorMs,
        budgetMs,
      });
      return (frame) => reader.read(frame).found?.text;
    },
  };
}

/** One that takes every picture for the first. */
function forgetful(): GridReader {
  let reader = createGridReader();
  return {
    read: (image, found) => {
      reader = createGridReader();
      return reader.read(image, found);
    },
    readOn: (image) => reader.readOn(image),
    forget: () => reader.forget(),
  };
}

const EVERYTHING_ON: ReaderOptions = {
  formats: ['QRCodeModel2'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  tryDenoise: true,
  maxNumberOfSymbols: 1,
};

function zxingWasm(name: string, options: ReaderOptions): BenchReader {
  const read: Read = async ({ rgba, width, height }) => {
    const picture = { data: rgba, width, height, colorSpace: 'srgb' } as const;
    const [found] = await readBarcodes(picture, options);
    return found?.isValid ? found.text : undefined;
  };
  return { name, isOurs: false, start: () => read };
}

/** The readers this checkout has anyway. */
export const ZXING_WASM_ALL_ON = zxingWasm('zxing-wasm, all on', EVERYTHING_ON);
export const ZXING_WASM_HARDER = zxingWasm('zxing-wasm, harder + downscale', {
  ...EVERYTHING_ON,
  tryDenoise: false,
});
export const ZXING_BROWSER: BenchReader = {
  name: '@zxing/browser, TRY_HARDER',
  isOurs: false,
  start: () => readQr,
};
