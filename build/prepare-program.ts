import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemoWorld } from '../authority/demo/make-demo-world.ts';
import { buildProgram } from './build-program.ts';
import { findElectron } from './electron-runtime/find-electron.ts';
import { packageForTests } from './package/package-for-tests.ts';
import { projectRoot } from './project-folders.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

/** What the tests of the packaged program share. Plain data: it goes from process to process. */
export interface PreparedProgram {
  readonly executable: string;
  readonly archive: string;
  readonly bundleFolder: string;
  readonly demoFolder: string;
  /** Site file with the demo PIN: without one the kiosk does not take the screen. */
  readonly siteFile: string;
  readonly screenshotFolder: string;
  /** Electron without the program, for tests that bring their own page or script. */
  readonly electron: string;
}

/**
 * Builds and packs the program and makes a demo world for it, in an emptied `test-output/`.
 *
 * @throws Error when there is no Electron, or a source does not build.
 */
export async function prepareProgram(): Promise<PreparedProgram> {
  // First of all: other tests, too, may put pictures there, and do not wait for this.
  const output = join(projectRoot, 'test-output');
  rmSync(output, { recursive: true, force: true });
  const { executable: electron } = await findElectron();
  await ensureSystemLibraries(electron);
  await buildProgram();
  const { executable, archive } = await packageForTests();
  const screenshotFolder = join(output, 'screenshots');
  mkdirSync(screenshotFolder, { recursive: true });
  const demoFolder = join(output, 'demo-world');
  const now = Math.floor(Date.now() / 1000);
  const { bundleFolder, siteFile } = makeDemoWorld(demoFolder, now, () => undefined);
  return { executable, archive, bundleFolder, demoFolder, siteFile, screenshotFolder, electron };
}
