import { APP_HOST, parseAddress } from '../security/own-origin.ts';

/** The content types the kiosk serves; a file with any other ending is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  bin: 'application/octet-stream',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mp3: 'audio/mpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** One plain file name: no separator, no percent sign, no leading dot, so no way up or out. */
const ASSET_PATH = /^\/assets\/(?<name>[A-Za-z0-9_-][A-Za-z0-9._-]*)$/;

/** A file of the built renderer. */
export interface AppFile {
  /** Path below the renderer's folder, with forward slashes. */
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file an `app://kiosk/…` address names, or `undefined` when it names none of ours.
 * Only the start page and plain names directly in `assets/` exist (Electron security checklist 18).
 */
export function appFileOf(address: string, host: string = APP_HOST): AppFile | undefined {
  const url = parseAddress(address);
  if (url === undefined || url.host !== host) return undefined;
  // The parser resolves dot segments before the path is matched; a raw one is refused all the same,
  // because whoever writes it is not our page.
  if (address.includes('..') || address.includes('%') || address.includes('\\')) return undefined;
  if (url.pathname === '/' || url.pathname === '/index.html') return fileNamed('index.html');
  const name = ASSET_PATH.exec(url.pathname)?.groups?.name;
  return name === undefined ? undefined : fileNamed(`assets/${name}`);
}

function fileNamed(path: string): AppFile | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const contentType = Object.hasOwn(CONTENT_TYPES, ending) ? CONTENT_TYPES[ending] : undefined;
  return contentType === undefined ? undefined : { path, contentType };
}
