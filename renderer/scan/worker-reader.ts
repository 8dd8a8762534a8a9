import type { CodeReader, FrameReport } from './code-reader.ts';
import workerUrl from './frame-reader.worker.ts?worker&url';
import { ownScript } from './own-script.ts';
import { superviseWorker } from './supervise-worker.ts';

/** The reader in its worker; one that hangs or dies is replaced, and only a frame or two is lost. */
export function createWorkerReader(): CodeReader {
  const startWorker = () => new Worker(ownScript(workerUrl), { type: 'module' });
  const supervised = superviseWorker<VideoFrame, FrameReport>(startWorker);
  return {
    isFree: supervised.isFree,
    read: (frame) => supervised.ask(frame, [frame]),
    close: supervised.stop,
  };
}
