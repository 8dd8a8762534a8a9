import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// Without the bytes in hand the library would fetch its WebAssembly from the internet.
const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasmFile)).buffer } });

/** The texts of the QR codes on a screenshot, a PNG. */
export async function readScreenshot(png: Uint8Array): Promise<readonly string[]> {
  const found = await readBarcodes(png, { formats: ['QRCodeModel2'], tryHarder: true });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
