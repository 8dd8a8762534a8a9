import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer';
import { createGridReader } from '../../renderer/scan/grid/read-grid.ts';
import { createFrameReader } from '../../renderer/scan/pipeline/frame-reader.ts';
import type { LumaImage } from '../../renderer/scan/pipeline/luma-image.ts';
import { readWithSecondEngine } from '../../renderer/scan/pipeline/second-engine.ts';
import { createDecoder } from '../../renderer/scan/pipeline/wasm-decoder.ts';

const bytesOf = (file: string) =>
  Uint8Array.from(readFileSync(fileURLToPath(import.meta.resolve(file)))).buffer;
const engine = await prepareZXingModule({
  overrides: { wasmBinary: bytesOf('zxing-wasm/reader/zxing_reader.wasm') },
  fireImmediately: true,
});
await prepareWriter({
  overrides: { wasmBinary: bytesOf('zxing-wasm/writer/zxing_writer.wasm') },
  fireImmediately: true,
});

const TEXT = `PCC1:${'0A+Z $%*./:'.repeat(14)}`;

/** A code in the middle of an even 720p picture. */
async function pictureOf(format: 'DataMatrix' | 'Aztec' | 'QRCode'): Promise<LumaImage> {
  const { symbol } = await writeBarcode(TEXT, { format });
  if (symbol === null) throw new Error(`no ${format} was drawn`);
  const scale = Math.floor(420 / Math.max(symbol.width, symbol.height));
  const luma = new Uint8Array(1_280 * 720).fill(210);
  for (let y = 0; y < symbol.height * scale; y += 1) {
    for (let x = 0; x < symbol.width * scale; x += 1) {
      const from = Math.floor(y / scale) * symbol.width + Math.floor(x / scale);
      luma[(150 + y) * 1_280 + 430 + x] = 30 + ((symbol.data[from] ?? 0) > 0 ? 180 : 0);
    }
  }
  return { width: 1_280, height: 720, luma };
}

/** Shows the same picture for two seconds, ten times a second. */
function watch(image: LumaImage): readonly (string | undefined)[] {
  let nowMs = 0;
  const reader = createFrameReader({
    decode: createDecoder(engine),
    secondEngine: readWithSecondEngine,
    grid: createGridReader(),
    clock: () => nowMs,
    budgetMs: 24,
  });
  return Array.from({ length: 20 }, () => {
    nowMs += 100;
    return reader.read(image).found?.text;
  });
}

describe('a code of another kind', () => {
  it.each(['DataMatrix', 'Aztec'] as const)(
    '(%s) is told apart and never passes for a certificate, whatever it says',
    async (format) => {
      const texts = watch(await pictureOf(format)).filter((text) => text !== undefined);
      expect(new Set(texts)).toEqual(new Set([`${format}:${TEXT}`]));
    },
  );

  it('is not looked for while a certificate is in view', async () => {
    expect(new Set(watch(await pictureOf('QRCode')))).toEqual(new Set([TEXT]));
  });
});
