import { sameBytes } from '../../shared/bytes.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { checkDocuments } from './check-documents.ts';
import { describeFile, type TargetEntry } from './metadata.ts';
import { withLock } from './publish-lock.ts';
import { rolesToRenew } from './refresh.ts';
import { TARGETS_ROLES, targetFile } from './repository-files.ts';
import { type RepositoryState, readRepositoryState } from './repository-state.ts';
import { type Repository, revise } from './revise.ts';
import type { Revised } from './revision.ts';
import { roleOfTarget, type TargetsRole } from './roles.ts';
import { readPublishedTargets, type TargetSet } from './target-set.ts';

/**
 * Publishes a set of files. Only roles whose files changed, or that expire soon, are signed anew;
 * the timestamp always is. Throws when a key is not at hand or a client would refuse the result,
 * and then the old state stands.
 */
export function publish(repository: Repository, targets: TargetSet, now: EpochSeconds): Revised {
  const { folder, keys } = repository;
  const wanted = listsOf(targets);
  return withLock(folder, () => {
    const state = readRepositoryState(folder);
    const published = readPublishedTargets(folder, state);
    checkDocuments(targets, published, now);
    const revision = { lists: changedLists(state, wanted), files: newFiles(targets, published) };
    return revise(repository, state, { ...revision, renew: rolesToRenew(keys, state, now) }, now);
  });
}

function changedLists({ published }: RepositoryState, wanted: FileLists): Partial<FileLists> {
  const changed = TARGETS_ROLES.filter(
    (role) => !sameList(published.targets[role].targets, wanted[role]),
  );
  return Object.fromEntries(changed.map((role) => [role, wanted[role]]));
}

// A file that was lost or damaged since is written again.
function newFiles(targets: TargetSet, published: TargetSet): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [name, bytes] of targets) {
    const before = published.get(name);
    if (before !== undefined && sameBytes(before, bytes)) continue;
    files.set(targetFile(name, describeFile(bytes).hashes.sha256), bytes);
  }
  return files;
}

type FileLists = Record<TargetsRole, Record<string, TargetEntry>>;

function listsOf(targets: TargetSet): FileLists {
  const lists: FileLists = { targets: {}, policy: {}, status: {} };
  for (const [name, bytes] of targets) {
    if (!isTargetName(name)) throw new Error(`"${name}" is not a name verifiers look for`);
    lists[roleOfTarget(name)][name] = describeFile(bytes);
  }
  return lists;
}

// A name is part of a path on every kiosk: nothing but what its documents need.
function isTargetName(name: string): boolean {
  return /^(?:issuers\.json|policy\.json|status\/[0-9A-Za-z][0-9A-Za-z._-]{0,99})$/.test(name);
}

function sameList(
  left: Readonly<Record<string, TargetEntry>>,
  right: Readonly<Record<string, TargetEntry>>,
): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => left[name]?.hashes.sha256 === right[name]?.hashes.sha256)
  );
}
