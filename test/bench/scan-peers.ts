import { resolveObjectURL } from 'node:buffer';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchReader } from './scan-readers.ts';

/** Readers that the product does not need; each takes part where it is installed. */
export interface Peers {
  readonly readers: readonly BenchReader[];
  readonly missing: readonly string[];
}

const LOADERS: Readonly<Record<string, (load: Load) => Promise<BenchReader['start']>>> = {
  jsqr: loadJsQr,
  'qr-scanner': loadQrScanner,
  '@undecaf/zbar-wasm': loadZbar,
  'rxing-wasm': loadRxing,
};

type Load = (path: string) => Promise<Record<string, unknown>>;

/**
 * Loads the peers that are installed here, or below the folder named by `SCAN_PEERS`: they are a
 * yardstick, and nobody should have to install them for the product.
 */
export async function loadPeers(): Promise<Peers> {
  const readers: BenchReader[] = [];
  const missing: string[] = [];
  for (const [name, loader] of Object.entries(LOADERS)) {
    const load = loaderFrom(name);
    if (load === undefined) missing.push(name);
    else readers.push({ name, isOurs: false, start: await loader(load) });
  }
  return { readers, missing };
}

function loaderFrom(name: string): Load | undefined {
  const { SCAN_PEERS } = process.env;
  const places = [import.meta.url, ...(SCAN_PEERS ? [join(SCAN_PEERS, 'package.json')] : [])];
  for (const place of places) {
    const require = createRequire(place);
    try {
      require.resolve(name);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') continue;
      throw error;
    }
    return (path) => import(pathToFileURL(require.resolve(path)).href);
  }
  return undefined;
}

type JsQr = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

async function loadJsQr(load: Load): Promise<BenchReader['start']> {
  const module = (await load('jsqr')) as { default: JsQr | { default: JsQr } };
  const jsQr = typeof module.default === 'function' ? module.default : module.default.default;
  return () => (frame) => jsQr(frame.rgba, frame.width, frame.height)?.data || undefined;
}

type RxingDecode = (
  luma: Uint8Array,
  width: number,
  height: number,
  harder: boolean,
) => { text(): string };

async function loadRxing(load: Load): Promise<BenchReader['start']> {
  const { decode_barcode: decode } = (await load('rxing-wasm')) as { decode_barcode: RxingDecode };
  return () => (frame) => {
    try {
      return decode(frame.luma, frame.width, frame.height, true).text();
    } catch (failure) {
      // It says "not found" by throwing a text.
      if (typeof failure === 'string') return undefined;
      throw failure;
    }
  };
}

type ZbarScan = (
  grey: ArrayBuffer,
  width: number,
  height: number,
) => Promise<readonly { typeName: string; decode(): string }[]>;

async function loadZbar(load: Load): Promise<BenchReader['start']> {
  const { scanGrayBuffer } = (await load('@undecaf/zbar-wasm')) as { scanGrayBuffer: ZbarScan };
  return () => async (frame) => {
    const grey = new Uint8Array(frame.luma).buffer;
    const symbols = await scanGrayBuffer(grey, frame.width, frame.height);
    return symbols.find(({ typeName }) => typeName === 'ZBAR_QRCODE')?.decode();
  };
}

/** Its engine is a text for a browser's worker; here it runs with a stand-in for the worker's global. */
async function loadQrScanner(load: Load): Promise<BenchReader['start']> {
  let source = '';
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
  source = (await blob?.text()) ?? '';
  const worker: WorkerGlobal = { postMessage: () => undefined };
  new Function('self', source)(worker);
  return () => (frame) => {
    let text: string | null = null;
    worker.postMessage = ({ data }) => {
      text = data;
    };
    const { width, height } = frame;
    worker.onmessage?.({
      data: { id: 1, type: 'decode', data: { data: frame.rgba.slice(), width, height } },
    });
    return text ?? undefined;
  };
}

interface WorkerGlobal {
  postMessage: (answer: { data: string | null }) => void;
  onmessage?: (event: { data: unknown }) => void;
}
