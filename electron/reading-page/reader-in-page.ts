import './older-chromium.ts';
import { prepareZXingModule } from 'zxing-wasm/reader';
import zxingUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { createFileAnswerer } from '../reading/answer-files.ts';
import type { FromReader, ToReader } from '../reading/reader-messages.ts';
import { createPageDrawing } from './page-drawing.ts';

/**
 * Entry of the page that reads files in Electron: never shown, in a process of its own that
 * Chromium's sandbox holds, without a bridge, a network or a file of its own.
 */
window.addEventListener('message', ({ source, ports: [port] }) => {
  // From the preload script, which has nothing else to say.
  if (source === window && port !== undefined) void serve(port);
});

async function serve(port: MessagePort): Promise<void> {
  // The WebAssembly lies in the package; left to itself the library would ask a public server.
  await prepareZXingModule({ overrides: { locateFile: () => zxingUrl }, fireImmediately: true });
  const send = (message: FromReader): void => port.postMessage(message);
  let worked = 0;
  const clock = (): number => worked;
  const answer = createFileAnswerer({ drawing: createPageDrawing(), clock, send });
  port.onmessage = ({ data }: MessageEvent<ToReader>) => {
    if (data.kind === 'worked') {
      worked = data.milliseconds;
      return;
    }
    // An exception is told by what is not in the contract, and ends this page.
    answer(data.bytes).catch(() => port.postMessage('failed'));
  };
  send({ kind: 'ready' });
}
