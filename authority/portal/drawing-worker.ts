import { parentPort } from 'node:worker_threads';
import { certificatePage } from '../page/certificate-page.ts';
import { readableQrModules } from '../qr-image.ts';
import type { DrawingAnswer, DrawingOrder } from './drawing-desk.ts';
import { qrPath } from './qr-path.ts';

/** Draws one order after the other, apart from the thread that answers requests. */
parentPort?.on('message', (order: DrawingOrder) => {
  parentPort?.postMessage(answer(order));
});

function answer({ id, text, page }: DrawingOrder): DrawingAnswer {
  try {
    if (page === undefined) return { id, code: qrPath(readableQrModules(text)) };
    return { id, pdf: certificatePage(text, page) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
