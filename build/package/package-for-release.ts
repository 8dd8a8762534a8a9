import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { projectRoot } from '../project-folders.ts';
import { makeBillOfMaterials } from './bill-of-materials.ts';
import { listChecksums } from './checksums.ts';
import { setProductionFuses } from './fuses.ts';
import { createPackageConfig } from './package-config.ts';

/**
 * `npm run package`: the installers of this system into `release/`, with a bill of materials and
 * checksums of all of it. Needs the internet for the current Electron and the installer tools.
 */
const installers = await build({
  projectDir: projectRoot,
  config: createPackageConfig(setProductionFuses),
  publish: 'never',
});
const { name, version, license, devDependencies } = JSON.parse(
  await readFile(join(projectRoot, 'package.json'), 'utf8'),
);
const release = join(projectRoot, 'release');
const bill = join(release, `${name}-${version}.cdx.json`);
await writeFile(
  bill,
  makeBillOfMaterials({ name, version, license, electron: devDependencies.electron }),
);
const files = [...installers, bill];
await writeFile(join(release, 'SHA256SUMS'), await listChecksums(files));
process.stdout.write(`${files.join('\n')}\n`);
