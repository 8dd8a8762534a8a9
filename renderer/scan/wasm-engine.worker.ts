import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { FoundCode } from './code-reader.ts';

/**
 * Reads QR codes with zxing-cpp, away from the screen's thread. Its WebAssembly lies in the
 * package; left to itself the library would fetch it from a public server.
 */

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });

// `QRCodeModel2` and not `QRCode`, which would also find Micro QR codes in noise.
const OPTIONS = {
  formats: ['QRCodeModel2'],
  tryHarder: true,
  tryDownscale: true,
  maxNumberOfSymbols: 1,
} as const;

self.onmessage = async ({ data }: MessageEvent<ImageData>) => {
  self.postMessage(await read(data));
};

async function read(picture: ImageData): Promise<FoundCode | undefined> {
  const [found] = await readBarcodes(picture, { ...OPTIONS, formats: [...OPTIONS.formats] });
  if (found === undefined || !found.isValid) return undefined;
  const { topLeft, topRight, bottomRight, bottomLeft } = found.position;
  return { text: found.text, corners: [topLeft, topRight, bottomRight, bottomLeft] };
}
