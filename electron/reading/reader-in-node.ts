import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { createFileAnswerer } from './answer-files.ts';
import { createNodeDrawing } from './drawing-in-node.ts';
import type { FromReader, ToReader } from './reader-messages.ts';

/** Entry of the reading process of plain Node. */

const send = (message: FromReader): void => void process.send?.(message);

// Without the bytes in hand the library would fetch its WebAssembly from the internet.
const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
const wasmBinary = Uint8Array.from(readFileSync(wasmFile)).buffer;
await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });

const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
const answer = createFileAnswerer({ drawing: createNodeDrawing(), clock, send });
process.on('message', (message: ToReader) => {
  // Plain Node knows itself how much it has worked.
  if (message.kind === 'file') void answer(message.bytes);
});
// Ends together with the program that started it, however that ended.
process.on('disconnect', () => process.exit());
send({ kind: 'ready' });
