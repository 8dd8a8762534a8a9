import type { ZXingReaderModule } from 'zxing-wasm/reader';
import type { FinderTriple } from './finder-triple.ts';
import type { LumaImage } from './luma-image.ts';
import type { Corners } from './quad.ts';

/** How hard to look; what is left out is off. */
export interface Effort {
  /** Closes gaps in the modules before a second look; helps against noise, costs the most. */
  readonly denoise?: boolean;
  /** Looks at smaller copies too, each this many times smaller than the one before. */
  readonly downscale?: 2 | 3;
  /** Also light on dark. */
  readonly invert?: boolean;
  /** One threshold for the whole picture in place of one for each neighbourhood. */
  readonly globalThreshold?: boolean;
  /** Not for QR codes, but for the other kinds that people may hold up. */
  readonly isForeign?: boolean;
}

/** A code whose place was found; `text` only when all of its checks held. */
export interface Detection {
  readonly text: string | undefined;
  /** The kind of code, as zxing-cpp calls it; only an engine tells. */
  readonly symbology?: string;
  readonly corners: Corners;
  /** Modules along a side; 0 when it could not be told. */
  readonly modules: number;
  /** Guesses at the middles of its finders, where these are better known than the corners. */
  readonly finders?: readonly FinderTriple[];
  /** Its modules were looked at one by one already. */
  readonly isExhausted?: boolean;
}

/** Finds at most one code in a grey picture. */
export type Decode = (image: LumaImage, effort: Effort) => Detection | undefined;

/**
 * zxing-cpp on grey pictures. The library's own `readBarcodes` takes four channels and turns them
 * to grey in JavaScript, which at 1080p takes longer than many a decoding; the module below it
 * takes grey as it is.
 */
export function createDecoder(engine: ZXingReaderModule): Decode {
  const module = engine as ZXingReaderModule & WasmMemory;
  let address = 0;
  let capacity = 0;
  return (image, effort) => {
    if (image.luma.length > capacity) {
      if (address !== 0) module._free(address);
      capacity = image.luma.length;
      address = module._malloc(capacity);
    }
    module.HEAPU8.set(image.luma, address);
    const options = optionsOf(effort);
    const results = module.readBarcodesFromPixmap(address, image.width, image.height, options);
    const found = results.size() > 0 ? results.get(0) : undefined;
    // The vector lies in the module's memory, where no garbage collector sees it.
    if ('delete' in results && typeof results.delete === 'function') results.delete();
    return found === undefined ? undefined : detectionOf(found);
  };
}

/** What every Emscripten module has; its types come with a package of their own. */
interface WasmMemory {
  readonly HEAPU8: Uint8Array;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (address: number) => void;
}

type Options = Parameters<ZXingReaderModule['readBarcodesFromPixmap']>[3];
type RawResult = NonNullable<
  ReturnType<ReturnType<ZXingReaderModule['readBarcodesFromPixmap']>['get']>
>;

/** Numbers are positions in the library's lists (`bindings/*.d.ts`, zxing-wasm 3.1.4). */
function optionsOf(effort: Effort): Options {
  return {
    // `QRCode` would also find Micro QR, and with it texts where there are none.
    formats: effort.isForeign === true ? 'DataMatrix,Aztec' : 'QRCodeModel2',
    tryHarder: true,
    tryRotate: true,
    tryInvert: effort.invert ?? false,
    tryDownscale: effort.downscale !== undefined,
    downscaleFactor: effort.downscale ?? 3,
    downscaleThreshold: 500,
    tryDenoise: effort.denoise ?? false,
    binarizer: effort.globalThreshold === true ? 1 : 0,
    isPure: false,
    minLineCount: 2,
    maxNumberOfSymbols: 1,
    validateOptionalChecksum: false,
    // A code that was found but not read says where to look more closely.
    returnErrors: effort.isForeign !== true,
    eanAddOnSymbol: 0,
    textMode: 0,
    characterSet: 0,
    tryCode39ExtendedMode: false,
  };
}

function detectionOf(found: RawResult): Detection {
  const { topLeft, topRight, bottomRight, bottomLeft } = found.position;
  return {
    text: found.isValid ? found.text : undefined,
    symbology: found.format,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
    modules: found.symbol.width,
  };
}
