import type { FoundCode } from './code-reader.ts';
import { ownScript } from './own-script.ts';
import workerUrl from './wasm-engine.worker.ts?worker&url';

/** The engine of zxing-cpp in a worker of its own; one picture at a time. */
export function createWasmEngine(): (picture: ImageData) => Promise<FoundCode | undefined> {
  const worker = new Worker(ownScript(workerUrl), { type: 'module' });
  return (picture) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<FoundCode | undefined>) => resolve(data);
      // A picture it cannot deal with is a picture without a code; the next one may be better.
      worker.onerror = () => resolve(undefined);
      worker.postMessage(picture, [picture.data.buffer]);
    });
}
