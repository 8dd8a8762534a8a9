import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { TrustPlaces } from './choose-folder.ts';

/** What, besides the settings, decides where trust data comes from. */
export interface PlacesOfMachine {
  /** `--root FILE`. */
  readonly root: string | undefined;
  /** Folder of the terminal's own state. */
  readonly stateFolder: string;
  /** Folder of the files shipped with the program. */
  readonly resourcesFolder: string;
}

/** Where this terminal's trust data may come from. */
export function trustPlaces(
  { trustFolder, repositoryUrl }: Settings,
  { root, stateFolder, resourcesFolder }: PlacesOfMachine,
): TrustPlaces {
  return {
    named: trustFolder === '' ? undefined : trustFolder,
    namedRoot: root,
    store: join(stateFolder, 'trust'),
    shipped: join(resourcesFolder, 'trust'),
    isSyncing: repositoryUrl !== '',
  };
}
