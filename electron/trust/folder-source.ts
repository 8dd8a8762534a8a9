import { failure } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import { loadBundleFolder } from './load-bundle.ts';
import type { TrustSource } from './trust-service.ts';

/**
 * Loads the bundle from one folder. There is no second folder to fall back on when it is damaged:
 * an older bundle would bring withdrawn certificates back to life, so the terminal says instead
 * that it cannot decide.
 */
export function createFolderSource(folder: string | undefined, clock: Clock): TrustSource {
  return {
    load: async () =>
      folder === undefined ? failure('no-trust-folder') : loadBundleFolder(folder, clock.now()),
  };
}
