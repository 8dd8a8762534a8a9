import { describe, expect, it } from 'vitest';
import { importsOf, loadedBy, sourceFiles } from './source-imports.ts';

/** Into which folders of ours the files of a folder may reach. */
const MAY_REACH: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  renderer: ['renderer', 'shared'],
  electron: ['electron', 'shared'],
  authority: ['authority', 'shared'],
};

/** What must not be loaded by a program, even through files that may import it. */
const NOT_LOADED = [
  {
    entry: 'renderer/main.tsx',
    never: /^node:|^electron|^authority\/|^shared\/(?:runtime|signature)\/|^cbor2|^@noble/,
  },
  { entry: 'electron/preload.ts', never: /^node:|^authority\/|^renderer\/|^electron-store|^cbor2/ },
  { entry: 'electron/main.ts', never: /^authority\/|^renderer\/|^test\/|^build\/|^react|^@zxing/ },
  // The engines that read files belong to the process that reads them, and to no other.
  { entry: 'electron/main.ts', never: /^zxing-wasm|^pdfjs-dist|^@napi-rs|^image-size/ },
  {
    entry: 'electron/command-line/run-verify.ts',
    never: /^electron$|^electron-store|^authority\/|^renderer\/|^zxing-wasm|^pdfjs-dist|^@napi-rs/,
  },
  { entry: 'authority/demo/make-demo-world.ts', never: /^electron|^renderer\/|^test\// },
];

describe('the imports that stand in the tree', () => {
  it.each(Object.entries(MAY_REACH))('%s reaches only into %j', (folder, allowed) => {
    const files = sourceFiles(folder);
    expect(files.length).toBeGreaterThan(5);
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter(({ isRelative, target }) => isRelative && !allowed.includes(topFolder(target)))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it.each(NOT_LOADED)('$entry never loads what matches $never', ({ entry, never }) => {
    const loaded = [...loadedBy(entry)];
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((target) => never.test(target))).toEqual([]);
  });

  it('are found by this reading, over one line or several', () => {
    const [file] = sourceFiles('shared').filter((name) => name.endsWith('check-scan.ts'));
    if (file === undefined) throw new Error('check-scan.ts is gone; take another file');
    const targets = importsOf(file).map(({ target }) => target);
    expect(targets).toContain('shared/certificate/decode-certificate.ts');
    expect(targets).toContain('shared/verify/verdict-writer.ts');
  });
});

function topFolder(path: string): string {
  return path.split('/')[0] ?? path;
}
