import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { TrustDisk } from './trust-store-disk.ts';
import { namesIn } from './trust-store-files.ts';
import { fileErrorCode } from './verify-repository-files.ts';

/** Folders under construction; whoever finds one without a lock may remove it. */
const UNFINISHED = /^(?:staging-|assembly-|lock\.stale-)|\.new$/;

/** Names for a staging folder and for the folder its good part is moved to. */
export function unfinishedFolders(storeFolder: string) {
  const name = randomUUID();
  return {
    staging: join(storeFolder, `staging-${name}`),
    assembly: join(storeFolder, `assembly-${name}`),
  };
}

/** Removes what a process left behind that was ended in the middle. */
export async function removeUnfinished(disk: TrustDisk, storeFolder: string): Promise<void> {
  for (const name of await namesIn(storeFolder)) {
    if (UNFINISHED.test(name)) await disk.remove(join(storeFolder, name));
  }
}

/** A verified state to copy, or nothing to copy. */
export interface CopySource {
  readonly folder: string;
  readonly usedPaths: readonly string[];
  readonly versions: { readonly root: number };
}

/**
 * Copies a state into a repository folder. Real copies, because a TUF client writes its files in
 * place, and through a hard link it would write into the committed generation. The timestamp comes
 * last, so that a stick pulled out early holds no state rather than half of one.
 */
export async function copyState(
  disk: TrustDisk,
  source: CopySource | undefined,
  target: string,
): Promise<void> {
  await disk.makeFolder(join(target, 'metadata'));
  await disk.makeFolder(join(target, 'targets'));
  if (source === undefined) return;
  const roots = (await namesIn(join(source.folder, 'metadata')))
    .filter((name) => /^[1-9]\d{0,8}\.root\.json$/.test(name))
    .filter((name) => Number.parseInt(name, 10) <= source.versions.root)
    .map((name) => `metadata/${name}`);
  const isTimestamp = (path: string): boolean => path === 'metadata/timestamp.json';
  const paths = [...new Set([...roots, ...source.usedPaths])];
  for (const path of [
    ...paths.filter((path) => !isTimestamp(path)),
    ...paths.filter(isTimestamp),
  ]) {
    await disk.makeFolder(dirname(join(target, path)));
    await copyIfReadable(disk, join(source.folder, path), join(target, path));
  }
}

/** A file that fell victim to the disk since it was verified is fetched anew, or missed later by name. */
async function copyIfReadable(disk: TrustDisk, from: string, to: string): Promise<void> {
  try {
    await disk.copyFile(from, to);
  } catch (error) {
    if (fileErrorCode(error) !== 'ENOENT') throw error;
  }
}
