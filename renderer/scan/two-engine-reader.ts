import type { CodeReader, FoundCode } from './code-reader.ts';
import { createFrameCanvas } from './frame-canvas.ts';
import { createWasmEngine } from './wasm-engine.ts';
import { createZxingEngine } from './zxing-engine.ts';

/**
 * Reads a frame with @zxing/browser and, where that finds nothing, with zxing-cpp. One engine is
 * not enough: about one certificate in thirty has modules that the first takes for a finder
 * pattern, and such a code it never reads, however well it is held.
 */
export function createTwoEngineReader(): CodeReader {
  const capture = createFrameCanvas();
  const readWithZxing = createZxingEngine();
  const readWithWasm = createWasmEngine();
  return {
    decode: async (video) => {
      const frame = capture(video);
      if (frame === undefined) return undefined;
      const found = readWithZxing(frame.canvas) ?? (await readWithWasm(frame.pixels()));
      return found && inVideoPixels(found, frame.scale);
    },
  };
}

function inVideoPixels({ text, corners }: FoundCode, scale: number): FoundCode {
  return { text, corners: corners.map(({ x, y }) => ({ x: x / scale, y: y / scale })) };
}
