import { type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import type { Pixels } from './drawing.ts';
import { MAX_CODES_PER_PICTURE } from './limits.ts';

/** How a grey picture is turned into black and white. */
export type Binarizer = 'LocalAverage' | 'GlobalHistogram';

/** How to look. */
export interface Effort {
  readonly binarizer: Binarizer;
  readonly tryDenoise: boolean;
}

const OPTIONS: ReaderOptions = {
  // `QRCode` would also find Micro QR, and with it texts where there are none.
  formats: ['QRCodeModel2'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: MAX_CODES_PER_PICTURE,
  // A code that was found but not read says that there is one more to look for.
  returnErrors: true,
  // The other modes rewrite control characters and GS1 content.
  textMode: 'Plain',
};

/** A code in the pixels; without text when it was found but could not be read. */
export interface Sighting {
  readonly text: string | undefined;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All QR codes found in some pixels. The WebAssembly has to be prepared by the runtime. */
export async function findInPixels(pixels: Pixels, effort: Effort): Promise<readonly Sighting[]> {
  const results = await readBarcodes({ ...pixels, colorSpace: 'srgb' }, { ...OPTIONS, ...effort });
  return results.map(sightingOf);
}

function sightingOf({ isValid, text, position }: ReadResult): Sighting {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const corners = [topLeft, topRight, bottomRight, bottomLeft];
  const across = corners.map(({ x }) => x);
  const down = corners.map(({ y }) => y);
  return {
    text: isValid ? text : undefined,
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}
