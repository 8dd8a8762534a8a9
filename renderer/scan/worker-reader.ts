import type { CropMargins } from '../../shared/ipc/camera-settings.ts';
import type { CodeReader, FrameQuestion, FrameReport } from './code-reader.ts';
import workerUrl from './frame-reader.worker.ts?worker&url';
import { ownScript } from './own-script.ts';
import { superviseWorker } from './supervise-worker.ts';

/**
 * The reader in its worker; one that hangs or dies is replaced, and only a frame or two is lost.
 * @param crop what it does not look at
 */
export function createWorkerReader(crop: CropMargins): CodeReader {
  const startWorker = () => new Worker(ownScript(workerUrl), { type: 'module' });
  const supervised = superviseWorker<FrameQuestion, FrameReport>(startWorker);
  return {
    isFree: supervised.isFree,
    read: (frame) => supervised.ask({ frame, crop }, [frame]),
    close: supervised.stop,
  };
}
