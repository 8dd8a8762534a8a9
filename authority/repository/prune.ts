import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochSeconds } from '../../shared/time.ts';
import { metadataFile, TARGETS_ROLES, TIMESTAMP_FILE, targetFile } from './repository-files.ts';
import { type RepositoryState, readRepositoryState } from './repository-state.ts';

/**
 * Removes files that are no longer in force and were written before a moment; a kiosk in the middle
 * of a synchronisation still asks for them. Every root stays: a kiosk that was away walks them all.
 * Gives the removed paths.
 */
export function pruneRepository(folder: string, writtenBefore: EpochSeconds): readonly string[] {
  const inForce = filesInForce(readRepositoryState(folder));
  const removed = repositoryFiles(folder).filter((path) => {
    if (inForce.has(path) || /^metadata\/\d+\.root\.json$/.test(path)) return false;
    return statSync(join(folder, path)).mtimeMs < writtenBefore * 1_000;
  });
  for (const path of removed) rmSync(join(folder, path));
  return removed;
}

function filesInForce({ published }: RepositoryState): ReadonlySet<string> {
  const { snapshot, targets } = published;
  const files = new Set([TIMESTAMP_FILE, metadataFile('snapshot', snapshot.version)]);
  for (const role of TARGETS_ROLES) {
    files.add(metadataFile(role, targets[role].version));
    for (const [name, { hashes }] of Object.entries(targets[role].targets))
      files.add(targetFile(name, hashes.sha256));
  }
  return files;
}

function repositoryFiles(folder: string): readonly string[] {
  return ['metadata', 'targets', 'targets/status'].flatMap((part) => {
    if (!existsSync(join(folder, part))) return [];
    const entries = readdirSync(join(folder, part), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => `${part}/${name}`);
  });
}
