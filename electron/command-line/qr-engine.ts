import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Canvas } from '@napi-rs/canvas';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { MAX_CODES_PER_PICTURE } from './limits.ts';

// Without the bytes in hand the library would fetch its WebAssembly from the internet.
const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasmFile)).buffer } });

/** How a grey picture is turned into black and white. */
export type Binarizer = 'LocalAverage' | 'GlobalHistogram';

const OPTIONS: ReaderOptions = {
  // `QRCode` would also find Micro QR, and with it texts where there are none.
  formats: ['QRCodeModel2'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: MAX_CODES_PER_PICTURE,
  // The other modes rewrite control characters and GS1 content.
  textMode: 'Plain',
};

/** The texts of all QR codes found on a canvas. */
export async function readCodes(
  canvas: Canvas,
  settings: { readonly binarizer: Binarizer; readonly tryDenoise: boolean },
): Promise<readonly string[]> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const picture = { data, width, height, colorSpace: 'srgb' } as const;
  const results = await readBarcodes(picture, { ...OPTIONS, ...settings });
  return results.filter(({ isValid }) => isValid).map(({ text }) => text);
}
