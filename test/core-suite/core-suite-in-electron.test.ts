import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ElectronRuntime } from '../../build/electron-runtime/electron-runtime.ts';
import { findElectron } from '../../build/electron-runtime/find-electron.ts';
import { ensureSystemLibraries } from '../../build/system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from '../../build/virtual-display.ts';
import { bundleCoreSuite, bundleFile, bundleFolder } from './bundle.ts';
import type { SuiteSummary } from './run-suite.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
/** The first run on a machine fetches an Electron and installs what it needs. */
const PREPARE_LIMIT_MS = 15 * 60_000;
const RUN_LIMIT_MS = 5 * 60_000;

interface SuiteRun {
  readonly failures: readonly string[];
  readonly summary: SuiteSummary;
}

describe('the core suite inside Electron', () => {
  let electron: ElectronRuntime;
  let inElectron: SuiteRun;
  let inNode: SuiteRun;

  beforeAll(async () => {
    await bundleCoreSuite();
    electron = await findElectron();
    await ensureSystemLibraries(electron.executable);
    inElectron = await runInElectron(electron.executable);
    inNode = await runSuiteIn(process.execPath, [bundleFile], {});
    announce(inElectron.summary);
  }, PREPARE_LIMIT_MS);

  it('passes every test it collected', () => {
    expect(inElectron.failures).toEqual([]);
    expect(inElectron.summary).toMatchObject({ failed: 0, passed: inElectron.summary.collected });
  });

  it('ran in the main process of that Electron, on its own cryptography', () => {
    expect(inElectron.summary.versions.electron).toBe(electron.version);
    expect(inElectron.summary.processType).toBe('browser');
    // BoringSSL leaves SM3 out; OpenSSL, under Node, has it.
    expect(inElectron.summary.hasSm3).toBe(false);
    expect(inNode.summary.hasSm3).toBe(true);
  });

  it(
    'collected the very tests that the real runner finds, and they pass under Node too',
    async () => {
      const listed = await listTests();
      expect(inElectron.summary.collected).toBe(listed);
      expect(inNode.summary).toMatchObject({ collected: listed, passed: listed, failed: 0 });
    },
    RUN_LIMIT_MS,
  );
});

/** Not as plain Node (ELECTRON_RUN_AS_NODE): the kiosk judges in the main process, so this must too. */
async function runInElectron(executable: string): Promise<SuiteRun> {
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  try {
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [bundleFolder, ...root, '--disable-gpu'];
    return await runSuiteIn(executable, args, display ? { DISPLAY: display.display } : {});
  } finally {
    display?.stop();
  }
}

async function runSuiteIn(
  program: string,
  args: readonly string[],
  added: Readonly<Record<string, string>>,
): Promise<SuiteRun> {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...environment } = process.env;
  const { output, exitCode } = await collectOutput(program, args, { ...environment, ...added });
  const lines = output.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`No summary (exit code ${exitCode}):\n${output}`);
  const failures = lines.filter((line) => line.startsWith('FAILED '));
  return { failures, summary: JSON.parse(last) };
}

async function collectOutput(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly output: string; readonly exitCode: number | null }> {
  // The tests read their vectors relative to the project's folder.
  const child = spawn(program, args, { cwd: projectRoot, env, timeout: RUN_LIMIT_MS });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (bytes) => {
    output += String(bytes);
  });
  child.stderr.on('data', (bytes) => {
    errors += String(bytes);
  });
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  return { output: output.trim() === '' ? errors : output, exitCode };
}

async function listTests(): Promise<number> {
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  // Loading the files, because reading them alone would count a table of cases as one test.
  const { output } = await collectOutput(
    process.execPath,
    [vitest, 'list', 'test/shared', '--json', '--no-static-parse'],
    process.env,
  );
  const tests: unknown = JSON.parse(output.slice(output.indexOf('[')));
  return Array.isArray(tests) ? tests.length : 0;
}

function announce({ collected, passed, milliseconds, versions }: SuiteSummary): void {
  const { electron, node, chrome, openssl } = versions;
  process.stderr.write(
    `Core suite in Electron ${electron} (Node ${node}, Chrome ${chrome}, BoringSSL as OpenSSL ${openssl}): ` +
      `${passed} of ${collected} passed in ${milliseconds} ms\n`,
  );
}
