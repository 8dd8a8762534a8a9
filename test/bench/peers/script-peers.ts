import { resolveObjectURL } from 'node:buffer';
import type { BenchReader } from '../scan-readers.ts';
import type { Load } from './load-peers.ts';

/** Peers that are plain JavaScript. */

type JsQr = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

/** jsqr 1.4 */
export async function loadJsQr(load: Load): Promise<BenchReader['start']> {
  const module = (await load('jsqr')) as { default: JsQr | { default: JsQr } };
  const jsQr = typeof module.default === 'function' ? module.default : module.default.default;
  return () => (frame) => jsQr(frame.rgba, frame.width, frame.height)?.data || undefined;
}

interface WorkerGlobal {
  postMessage: (answer: { data: string | null }) => void;
  onmessage?: (event: { data: unknown }) => void;
}

/**
 * qr-scanner 1.4: its engine is a text for a browser's worker; here it runs with a stand-in for the
 * worker's global.
 */
export async function loadQrScanner(load: Load): Promise<BenchReader['start']> {
  const worker: WorkerGlobal = { postMessage: () => undefined };
  new Function('self', await sourceOfWorker(load))(worker);
  return () => (frame) => {
    let text: string | null = null;
    worker.postMessage = ({ data }) => {
      text = data;
    };
    const { width, height } = frame;
    const pixels = { data: frame.rgba.slice(), width, height };
    worker.onmessage?.({ data: { id: 1, type: 'decode', data: pixels } });
    return text ?? undefined;
  };
}

async function sourceOfWorker(load: Load): Promise<string> {
  const globals = globalThis as { Worker?: unknown };
  const before = globals.Worker;
  let blob: Blob | undefined;
  globals.Worker = class {
    constructor(url: string) {
      blob = resolveObjectURL(url);
    }
  };
  const { createWorker } = (await load('qr-scanner/qr-scanner-worker.min.js')) as {
    createWorker: () => unknown;
  };
  createWorker();
  globals.Worker = before;
  return (await blob?.text()) ?? '';
}
