import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { findElectron } from '../electron-runtime/find-electron.ts';
import { distFolder, projectRoot } from '../project-folders.ts';
import { setTestFuses } from './fuses.ts';
import { createPackageConfig, EXECUTABLE } from './package-config.ts';

/** The packaged program, and where its archive lies. */
export type TestPackage = { readonly executable: string; readonly archive: string };

/**
 * Packs `dist/` (which has to be built) with the Electron of this machine into `release/test/`,
 * without the internet and without an installer.
 *
 * @throws Error when `dist/` is missing or nothing came out.
 */
export async function packageForTests(): Promise<TestPackage> {
  if (!existsSync(join(distFolder, 'main/main.cjs'))) {
    throw new Error('There is nothing to pack: run "npm run build" first.');
  }
  const output = join(projectRoot, 'release/test');
  await rm(output, { recursive: true, force: true });
  const runtime = await findElectron();
  const config = createPackageConfig(setTestFuses);
  await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget('dir', currentArch()),
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, output },
      electronDist: runtime.distFolder,
      electronVersion: runtime.version,
    },
  });
  return locate(output);
}

function currentArch(): Arch {
  return process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
}

function locate(output: string): TestPackage {
  const system = { win32: 'win', linux: 'linux' }[process.platform as string];
  const suffix = process.arch === 'arm64' ? '-arm64' : '';
  const folder = join(output, `${system}${suffix}-unpacked`);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const executable = join(folder, `${EXECUTABLE}${ending}`);
  if (!existsSync(executable)) throw new Error('The packager left no program for the tests.');
  return { executable, archive: join(folder, 'resources/app.asar') };
}
