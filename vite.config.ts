import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chineseFont } from './build/chinese-font.ts';

const fromRoot = (path: string): string => resolve(import.meta.dirname, path);

/** What exists inside Electron without being bundled. */
const ELECTRON_AND_NODE = ['electron', /^electron\//, /^node:/, ...builtinModules];

/** Files in the folder of another one, which is built first and empties it. */
const SECOND_FILES = ['commands.cjs', 'trust-sync.cjs', 'reader-preload.cjs'];

/**
 * One CommonJS file with every package inside: most of them are ES modules only, which neither
 * the Node 18 of Electron 25 can `require` nor a sandboxed preload can load at all.
 */
function singleCommonJsFile(entry: string, outFile: string): EnvironmentOptions {
  const [folder = '', name = ''] = outFile.split('/');
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: fromRoot(`dist/${folder}`),
      emptyOutDir: !SECOND_FILES.includes(name),
      target: 'node18',
      minify: false, // A stack trace from a kiosk should be readable.
      copyPublicDir: false,
      rolldownOptions: {
        input: fromRoot(entry),
        external: ELECTRON_AND_NODE,
        output: { format: 'cjs', entryFileNames: name, codeSplitting: false },
      },
    },
  };
}

const renderer: EnvironmentOptions = {
  build: {
    outDir: fromRoot('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    // The content security policy allows no data: scripts, styles or fonts, and nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000, // Read from the disk beside it: size costs no download.
    rolldownOptions: { input: fromRoot('renderer/index.html') },
  },
};

/** The page that reads files: its script under a name that is written down in its HTML. */
const reader: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: fromRoot('dist/reader'),
    emptyOutDir: true,
    target: 'chrome114',
    assetsInlineLimit: 0,
    copyPublicDir: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: fromRoot('electron/reading-page/reader-in-page.ts'),
      output: { entryFileNames: 'assets/reader.js', codeSplitting: false },
    },
  },
};

/** Tests of the program that have codes read from a camera's picture, and need a machine that keeps up. */
const CAMERA_TESTS = [
  'camera-trouble',
  'locked-shell',
  'no-trust',
  'portal',
  'scan-pace',
  'sync',
  'verdicts',
  'visit',
].map((name) => `test/e2e/${name}.e2e.test.ts`);
CAMERA_TESTS.push('test/camera/virtual-camera-live.test.ts');

/** All tests that start Electron; the others run in Node alone. */
const PROGRAM_TESTS = [
  ...['test/e2e/**/*.test.ts', 'test/core-suite/**/*.test.ts'],
  'test/camera/virtual-camera-live.test.ts',
];

/** One program at a time in each: two would slow each other down. */
const programTests = {
  globalSetup: 'test/e2e/prepare-program.ts',
  fileParallelism: false,
  isolate: false,
  testTimeout: 90_000,
  hookTimeout: 180_000,
} as const;

// The builder also knows environments of its own, with nothing of ours to build.
const PROGRAM_PARTS = [
  ...['client', 'main', 'trustSync', 'commands', 'preload'],
  ...['reader', 'readerPreload'],
];

/** `vite build`: the whole program. */
export default defineConfig({
  root: fromRoot('renderer'),
  base: '/', // app://kiosk/
  plugins: [react(), chineseFont()],
  environments: {
    client: renderer,
    main: singleCommonJsFile('electron/main.ts', 'main/main.cjs'),
    // After `main`, which empties the folder they share.
    trustSync: singleCommonJsFile('electron/trust/sync-process.ts', 'main/trust-sync.cjs'),
    commands: singleCommonJsFile('electron/commands/command-process.ts', 'main/commands.cjs'),
    preload: singleCommonJsFile('electron/preload.ts', 'preload/preload.cjs'),
    reader,
    readerPreload: singleCommonJsFile(
      'electron/intake/reader-preload.ts',
      'preload/reader-preload.cjs',
    ),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (PROGRAM_PARTS.includes(environment.name)) await builder.build(environment);
      }
    },
  },
  test: {
    root: import.meta.dirname,
    // Node reads the sources as they are, as it does for the commands: nothing to transform in each of a
    // dozen runners, and no detour at every import. A test that imports JSX would need the other way.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: PROGRAM_TESTS,
          globalSetup: 'test/world/temporary-folder.ts',
          // Every core: the runner keeps one for itself, which on two is half the machine.
          maxWorkers: '100%',
          // No test leaves anything behind for the next: each module is read once, not 130 times.
          isolate: false,
          // Offices that tests make on the command line encrypt their keys, too.
          env: {
            AUTHORITY_PASSPHRASE: 'words only the tests know',
            // Tests start hundreds of processes from the sources; read once, they start twice as fast.
            NODE_COMPILE_CACHE: fromRoot('.cache/compile'),
          },
          // Making an office takes slow hashes on purpose, and these tests give way to all others.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { ...programTests, name: 'camera', include: CAMERA_TESTS },
      },
      {
        extends: true,
        test: { ...programTests, name: 'screens', include: PROGRAM_TESTS, exclude: CAMERA_TESTS },
      },
    ],
  },
});
