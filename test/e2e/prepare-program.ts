import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeDemoWorld } from '../../authority/demo/make-demo-world.ts';
import { buildProgram } from '../../build/build-program.ts';
import { findElectron } from '../../build/electron-runtime/find-electron.ts';
import { packageForTests } from '../../build/package/package-for-tests.ts';
import { projectRoot } from '../../build/project-folders.ts';
import { ensureSystemLibraries } from '../../build/system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from '../../build/virtual-display.ts';

/** What the end-to-end tests share: one packaged program, one demo world, one display. */
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
  /** `DISPLAY` of the virtual screen, or nothing where there is a real one. */
  readonly display: string | undefined;
}

declare module 'vitest' {
  export interface ProvidedContext {
    program: PreparedProgram;
  }
}

/** Builds and packs the program once for all end-to-end tests. Run by the test runner before them. */
export async function setup(project: TestProject): Promise<() => void> {
  const { executable: electron } = await findElectron();
  await ensureSystemLibraries(electron);
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  await buildProgram();
  const { executable, archive } = await packageForTests();
  const output = join(projectRoot, 'test-output');
  rmSync(output, { recursive: true, force: true });
  const screenshotFolder = join(output, 'screenshots');
  mkdirSync(screenshotFolder, { recursive: true });
  const demoFolder = join(output, 'demo-world');
  const now = Math.floor(Date.now() / 1000);
  const { bundleFolder, siteFile } = makeDemoWorld(demoFolder, now, () => undefined);
  project.provide('program', {
    ...{ executable, archive, bundleFolder, demoFolder, siteFile, screenshotFolder, electron },
    display: display?.display,
  });
  return () => display?.stop();
}
