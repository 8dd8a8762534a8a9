import { folderReader, TARGETS_ROLES, targetFile } from './repository-files.ts';
import type { RepositoryState } from './repository-state.ts';

/** Everything verifiers are to have, by target name: `issuers.json`, `policy.json`, `status/<name>`. */
export type TargetSet = ReadonlyMap<string, Uint8Array>;

/** The files now in force, by target name. One that was lost is left out. */
export function readPublishedTargets(folder: string, { published }: RepositoryState): TargetSet {
  const read = folderReader(folder);
  const targets = new Map<string, Uint8Array>();
  for (const role of TARGETS_ROLES) {
    for (const [name, { hashes }] of Object.entries(published.targets[role].targets)) {
      const bytes = read(targetFile(name, hashes.sha256));
      if (bytes !== undefined) targets.set(name, bytes);
    }
  }
  return targets;
}
