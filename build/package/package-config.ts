import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { projectRoot } from '../project-folders.ts';

/**
 * What electron-builder makes of `dist/`. Only the built folders go in: no source, no
 * package folder, nothing of the issuing side, no tests, no source maps.
 *
 * @param setFuses burns the fuses into the program whose path it gets
 */
export function createPackageConfig(
  setFuses: (executable: string) => Promise<void>,
): Configuration {
  return {
    appId: 'org.public-credit-kiosk.kiosk',
    directories: {
      output: join(projectRoot, 'release'),
      buildResources: join(import.meta.dirname, 'resources'),
    },
    files: [
      'package.json',
      'dist/main/**/*',
      'dist/preload/**/*',
      'dist/renderer/**/*',
      'dist/reader/**/*',
      '!**/*.map',
      '!**/node_modules/**',
    ],
    extraMetadata: { main: 'dist/main/main.cjs', homepage: HOMEPAGE },
    asar: true,
    // For editors that check a configuration file while an administrator writes it.
    extraResources: [{ from: SETTINGS_SCHEMA, to: 'settings.schema.json' }],
    // Everything is bundled; there is no native module to compile.
    npmRebuild: false,
    // Updates come by the operator's own means, never from a release page.
    publish: null,
    afterPack: (context) => setFuses(executableOf(context)),
    linux: {
      target: [
        { target: 'AppImage', arch: ['x64', 'arm64'] },
        { target: 'deb', arch: ['x64', 'arm64'] },
      ],
      executableName: EXECUTABLE,
      category: 'Office',
      maintainer: 'Public Credit Kiosk authors <kiosk@public-credit-kiosk.invalid>',
    },
    win: { target: [{ target: 'nsis', arch: ['x64'] }], executableName: EXECUTABLE },
    // A terminal is installed once for all of its users, in the usual place.
    nsis: {
      ...{ oneClick: false, perMachine: true, allowToChangeInstallationDirectory: false },
      // In the folder of build resources: no older version over a newer one.
      include: 'installer.nsh',
    },
  };
}

/** Name of the program's file, without an ending. */
export const EXECUTABLE = 'public-credit-kiosk';

const SETTINGS_SCHEMA = 'build/configuration/settings.schema.json';

/** A Debian package has to name one; `.invalid` can never belong to anybody. */
const HOMEPAGE = 'https://public-credit-kiosk.invalid/';

function executableOf({ appOutDir, electronPlatformName }: AfterPackContext): string {
  return join(appOutDir, electronPlatformName === 'win32' ? `${EXECUTABLE}.exe` : EXECUTABLE);
}
