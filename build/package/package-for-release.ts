import { build } from 'electron-builder';
import { projectRoot } from '../project-folders.ts';
import { setProductionFuses } from './fuses.ts';
import { createPackageConfig } from './package-config.ts';

/**
 * `npm run package`: the installers of this system into `release/`. Needs the internet for the
 * current Electron and the installer tools.
 */
const files = await build({
  projectDir: projectRoot,
  config: createPackageConfig(setProductionFuses),
  publish: 'never',
});
process.stdout.write(`${files.join('\n')}\n`);
