import { beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintScratchTree } from './lint-scratch-tree.ts';

/** The table of the architecture, row by row: what a file at that place must not import. */
const FORBIDDEN_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  'shared/verify/': [
    ...['node:fs', 'node:crypto', 'electron', 'react', 'tuf-js', 'fs', 'lodash'],
    ...['../../electron/ports.ts', '../../renderer/main.tsx', '../../authority/qr-image.ts'],
    ...['../../build/project-folders.ts', '../../test/world/test-world.ts'],
  ],
  'shared/': ['node:zlib', '../electron/ports.ts', '../authority/qr-image.ts'],
  'shared/runtime/': ['node:fs', 'node:net', 'electron', '../../electron/ports.ts'],
  'renderer/': [
    ...['electron', 'node:fs', 'cbor2', '@zxing/browser', 'zxing-wasm/reader'],
    ...['../electron/ports.ts', '../authority/qr-image.ts', '../shared/runtime/inflate.ts'],
    ...['../shared/signature/sm2.ts', '../shared/verify/check-scan.ts'],
  ],
  'renderer/screens/': [
    ...['@zxing/library', 'electron', 'node:path', '../../authority/qr-image.ts'],
    ...['../../shared/verify/check-scan.ts', '../../shared/signature/suites.ts'],
  ],
  'renderer/scan/': [
    ...['electron', 'node:fs', '../../electron/ports.ts', '../../shared/verify/check-scan.ts'],
    ...['../../shared/runtime/native-signature.ts'],
  ],
  'electron/': ['../renderer/main.tsx', '../authority/qr-image.ts', 'tuf-js', 'react'],
  'electron/app/': [
    ...['electron-store', 'tuf-js', '@zxing/browser', 'playwright'],
    ...['../../renderer/text/language.ts', '../../authority/qr-image.ts'],
    ...['../../build/project-folders.ts', '../../test/world/test-world.ts'],
  ],
  'electron/adapters/': ['tuf-js', 'react', '../../authority/qr-image.ts'],
  'electron/trust/': ['tuf-js', '@tufjs/models', 'electron-store'],
  'electron/trust/tuf-sync': ['react', 'electron-store', '../../authority/cli.ts'],
  'electron/command-line/': [
    ...['electron', 'electron-store', 'tuf-js', 'papaparse', '../../authority/cli.ts'],
    ...['zxing-wasm/reader', 'pdfjs-dist/legacy/build/pdf.mjs', '@napi-rs/canvas', 'fflate'],
  ],
  'electron/intake/': [
    ...['zxing-wasm/reader', 'pdfjs-dist/legacy/build/pdf.mjs', '@napi-rs/canvas', 'fflate'],
    ...['image-size', '../../renderer/text/language.ts'],
  ],
  'electron/reading/': [
    ...['electron', 'electron-store', 'tuf-js', '@zxing/library', 'papaparse'],
    ...['../../renderer/text/language.ts', '../../authority/cli.ts'],
    ...['../../build/project-folders.ts', '../../test/world/test-world.ts'],
  ],
  'electron/reading-page/': [
    ...['electron', 'electron-store', 'tuf-js', 'react', '@zxing/browser'],
    ...['../../renderer/text/language.ts', '../../authority/cli.ts'],
  ],
  'authority/portal/': [
    ...['electron', 'react', 'playwright', 'qr', '@napi-rs/canvas'],
    ...['../../electron/ports.ts', '../../renderer/text/language.ts'],
    ...['../../build/project-folders.ts', '../../test/world/test-world.ts'],
  ],
  'authority/keys/': [
    ...['electron', 'electron-store', 'react', 'playwright', 'fastify'],
    ...['../../electron/ports.ts', '../../renderer/text/language.ts'],
    ...['../../build/project-folders.ts', '../../test/world/test-world.ts'],
  ],
};

/** What the same places need, so that the table is not simply closed everywhere. */
const ALLOWED_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  'shared/verify/': [
    ...['cbor2', 'valibot', '@noble/curves/abstract/weierstrass.js'],
    ...['./status.ts', '../result.ts', '../signature/public-key.ts', '../runtime/inflate.ts'],
  ],
  'shared/runtime/': ['node:crypto', 'node:zlib', '../result.ts'],
  'renderer/screens/': [
    ...['react', 'react-dom/client', 'react-i18next', 'i18next', 'valibot', './look.ts'],
    ...['@fontsource-variable/noto-sans-sc/wght.css', '../../shared/ipc/contract.ts'],
    ...['../../shared/verify/verdict.ts', '../styles/base.css'],
  ],
  'renderer/scan/': ['@zxing/browser', '@zxing/library', 'zxing-wasm/reader', './camera.ts'],
  'electron/app/': ['electron', 'node:fs/promises', 'node:path', 'valibot', '../ports.ts'],
  'electron/adapters/': ['electron-store', 'electron', '../../shared/time.ts'],
  'electron/trust/tuf-sync': ['tuf-js', '@tufjs/models', 'node:fs', '../../shared/result.ts'],
  'electron/command-line/': [
    ...['node:fs', 'valibot', '../../shared/verify/check-scan.ts', '../trust/load-bundle.ts'],
    ...['../intake/file-reader.ts', '../reading/file-kind.ts'],
  ],
  'electron/reading/': [
    ...['zxing-wasm/reader', 'pdfjs-dist/legacy/build/pdf.mjs', '@napi-rs/canvas', 'fflate'],
    ...['image-size', 'node:fs', '../../shared/limits.ts'],
  ],
  'electron/reading-page/': [
    ...['zxing-wasm/reader', 'pdfjs-dist/legacy/build/pdf.mjs', '../reading/drawing.ts'],
  ],
  'authority/portal/': ['fastify', '@fastify/cookie', 'prom-client', 'valibot', '../qr-image.ts'],
  'authority/keys/': ['node:crypto', 'valibot', '@tufjs/models', '../../shared/bytes.ts'],
};

/** Globals a folder must do without. */
const FORBIDDEN_GLOBALS: Readonly<Record<string, readonly string[]>> = {
  'shared/verify/': [
    ...['Date.now()', 'performance.now()', 'process.env', 'Buffer.from("")', 'fetch("x")'],
    ...['window.name', 'document.title', 'setTimeout(String, 1)', 'setInterval(String, 1)'],
    ...['crypto.randomUUID()', 'require("x")'],
  ],
  'shared/runtime/': ['Date.now()', 'process.env', 'fetch("x")', 'require("x")'],
  'renderer/screens/': ['process.env', 'Buffer.from("")', 'require("x")'],
};

interface Row {
  readonly path: string;
  readonly place: string;
  readonly what: string;
  readonly content: string;
}

const importing = (what: string): string =>
  `import * as it from '${what}';\n\nexport const used = it;\n`;
const using = (what: string): string => `export const used = ${what};\n`;
const forbiddenImports = rowsOf(FORBIDDEN_IMPORTS, 'forbidden', importing);
const allowedImports = rowsOf(ALLOWED_IMPORTS, 'allowed', importing);
const forbiddenGlobals = rowsOf(FORBIDDEN_GLOBALS, 'global', using);
const allowedBuffer = row('shared/runtime/', 'Buffer.alloc(1)', 'buffer.ts', using);
const consoles = ['shared/verify/', 'renderer/screens/'].map((place) =>
  row(place, 'console.log(1)', 'console.ts', (what) => `${what};\n`),
);

describe('the import boundaries, kept by the linter', () => {
  let complaints: ReadonlyMap<string, readonly Complaint[]>;
  const rulesFor = ({ path }: Row): readonly string[] =>
    (complaints.get(path) ?? []).map(({ rule }) => rule);

  beforeAll(async () => {
    const rows = [...forbiddenImports, ...allowedImports, ...forbiddenGlobals, ...consoles];
    const files = [...rows, allowedBuffer].map(({ path, content }) => [path, content] as const);
    complaints = await lintScratchTree(new Map(files));
  });

  it.each(forbiddenImports)('$place must not import $what', (file) => {
    expect(rulesFor(file)).toContain('noRestrictedImports');
  });

  it.each(allowedImports)('$place may import $what', (file) => {
    expect(complaints.get(file.path)).toBeUndefined();
  });

  it.each(forbiddenGlobals)('$place must not use $what', (file) => {
    expect(rulesFor(file)).toContain('noRestrictedGlobals');
  });

  it('shared/runtime/ may use Buffer', () => {
    expect(complaints.get(allowedBuffer.path)).toBeUndefined();
  });

  it.each(consoles)('$place must not write to the console', (file) => {
    expect(rulesFor(file)).toContain('noConsole');
  });
});

function rowsOf(
  table: Readonly<Record<string, readonly string[]>>,
  kind: string,
  write: (what: string) => string,
): readonly Row[] {
  return Object.entries(table).flatMap(([place, whats]) =>
    whats.map((what, index) => row(place, what, `${kind}-${index}.ts`, write)),
  );
}

function row(place: string, what: string, name: string, write: (what: string) => string): Row {
  const path = place.endsWith('/') ? `${place}${name}` : `${place}-${name}`;
  return { path, place, what, content: write(what) };
}
