import type { EpochSeconds } from '../../shared/time.ts';
import type { Revised, Revision } from './draft-revision.ts';
import { describeFile, type TargetEntry } from './metadata.ts';
import { rolesToRenew } from './refresh.ts';
import { TARGETS_ROLES, targetFile } from './repository-files.ts';
import { type RepositoryState, readRepositoryState } from './repository-state.ts';
import { type Repository, revise } from './revise.ts';
import { roleOfTarget, type TargetsRole } from './roles.ts';

/** Everything verifiers are to have, by target name: `issuers.json`, `policy.json`, `status/<name>`. */
export type TargetSet = ReadonlyMap<string, Uint8Array>;

/**
 * Publishes a set of files. Only roles whose files changed, or that expire soon, are signed anew;
 * the timestamp always is. Throws when a key is not at hand or a client would refuse the result,
 * and then the old state stands.
 */
export function publish(repository: Repository, targets: TargetSet, now: EpochSeconds): Revised {
  const state = readRepositoryState(repository.folder);
  const renew = rolesToRenew(repository.keys, state, now);
  return revise(repository, state, { ...changesTo(state, targets), renew }, now);
}

function changesTo({ published }: RepositoryState, targets: TargetSet): Revision {
  const wanted = listsOf(targets);
  const isChanged = (role: TargetsRole): boolean =>
    !sameList(published.targets[role].targets, wanted[role]);
  const changed = TARGETS_ROLES.filter(isChanged);
  const files = new Map<string, Uint8Array>();
  for (const [name, bytes] of targets) {
    const entry = wanted[roleOfTarget(name)][name];
    const before = published.targets[roleOfTarget(name)].targets[name];
    if (entry !== undefined && entry.hashes.sha256 !== before?.hashes.sha256)
      files.set(targetFile(name, entry.hashes.sha256), bytes);
  }
  return { lists: Object.fromEntries(changed.map((role) => [role, wanted[role]])), files };
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

// A name is part of a path on every kiosk: nothing but what the documents of SPEC §5 need.
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
