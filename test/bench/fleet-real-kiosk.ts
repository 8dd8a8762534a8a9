import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { TEST_STATUS_LIST } from '../world/test-world.ts';

const TARGETS = ['issuers.json', 'policy.json', TEST_STATUS_LIST, 'status/310114-2'];

/** The published tuf-js with a folder of its own; gives what synchronises it once. */
export function realKiosk(
  folder: string,
  rootJson: Uint8Array,
  origin: string,
): () => Promise<void> {
  mkdirSync(join(folder, 'targets'), { recursive: true });
  writeFileSync(join(folder, 'root.json'), rootJson);
  return async () => {
    const updater = new Updater({
      ...{ metadataDir: folder, targetDir: join(folder, 'targets') },
      ...{ metadataBaseUrl: `${origin}/metadata`, targetBaseUrl: `${origin}/targets` },
    });
    for (const name of TARGETS) {
      const info = await updater.getTargetInfo(name);
      if (info === undefined) throw new Error(`${name} is not published`);
      if ((await updater.findCachedTarget(info)) === undefined) await updater.downloadTarget(info);
    }
  };
}
