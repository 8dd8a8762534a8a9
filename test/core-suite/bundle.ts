import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../..');
const testFolder = join(projectRoot, 'test/shared');
const standIn = join(import.meta.dirname, 'collected-tests.ts');
const ENTRY = 'core-suite-entry';

/** The folder Electron is started with; ignored by git like all that is built. */
export const bundleFolder = join(projectRoot, 'dist/core-suite');
export const bundleFile = join(bundleFolder, 'core-suite.cjs');

/**
 * Bundles the core tests as they are, with the code they test, into one CommonJS file that the old
 * Node of an Electron can run. Only the runner is exchanged; assertions stay the real ones.
 */
export async function bundleCoreSuite(): Promise<void> {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    plugins: [suiteEntry(), exchangeRunner(), applicationManifest()],
    resolve: { conditions: ['node', 'import'] },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: bundleFolder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: {
        input: ENTRY,
        external: [/^node:/, ...builtinModules],
        output: { format: 'cjs', entryFileNames: 'core-suite.cjs', codeSplitting: false },
      },
    },
  });
}

/** Every core test file; a new one is found by itself. */
export function coreTestFiles(): readonly string[] {
  const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(testFolder, file));
}

function suiteEntry(): Plugin {
  const imports = coreTestFiles().map((file) => `import ${JSON.stringify(file)};`);
  const report = JSON.stringify(join(import.meta.dirname, 'report-suite.ts'));
  return {
    name: 'suite-entry',
    resolveId: (source) => (source === ENTRY ? `\0${ENTRY}` : undefined),
    load: (id) =>
      id === `\0${ENTRY}`
        ? `${imports.join('\n')}\nimport { reportSuite } from ${report};\nreportSuite();`
        : undefined,
  };
}

function exchangeRunner(): Plugin {
  return {
    name: 'exchange-runner',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'vitest' && importer !== standIn ? standIn : undefined,
  };
}

function applicationManifest(): Plugin {
  return {
    name: 'application-manifest',
    generateBundle() {
      const manifest = { name: 'core-suite', main: 'core-suite.cjs' };
      this.emitFile({
        type: 'asset',
        fileName: 'package.json',
        source: JSON.stringify(manifest),
      });
    },
  };
}
