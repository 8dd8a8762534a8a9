import type { EpochSeconds } from '../../shared/time.ts';
import { withLock } from './publish-lock.ts';
import { keysOfRole, rolesToRenew } from './refresh.ts';
import { type RepositoryState, readRepositoryState } from './repository-state.ts';
import { type Repository, revise } from './revise.ts';
import type { Revised, Revision } from './revision.ts';
import { keyRingOf, type RoleSigner } from './role-signer.ts';
import type { Role } from './roles.ts';
import { delegationsTo, holdersOf, type KeyHolder, rootBody } from './root-document.ts';

/** Which keys of a role give way to which. */
export interface Rotation {
  readonly role: Role;
  /** Key ids to take away. */
  readonly remove: readonly string[];
  /** As many new signers. */
  readonly add: readonly RoleSigner[];
}

/**
 * Replaces keys of a role. Root keys need the old root's threshold as well as the new one's; keys
 * of root, targets, snapshot and timestamp make a new root, those of policy and status new
 * delegations. What the old keys signed is signed anew. Throws as `publish` does.
 */
export function rotateKeys(repository: Repository, rotation: Rotation, now: EpochSeconds): Revised {
  const { folder } = repository;
  const keys = new Map([...repository.keys, ...keyRingOf(rotation.add)]);
  return withLock(folder, () => {
    const state = readRepositoryState(folder);
    const revision = rotationOf(state, rotation, now);
    const renew = new Set([...(revision.renew ?? []), ...rolesToRenew(keys, state, now)]);
    return revise({ folder, keys }, state, { ...revision, renew }, now);
  });
}

/** What a rotation changes: a new root or new delegations, and what the old keys signed. */
export function rotationOf(
  state: RepositoryState,
  rotation: Rotation,
  now: EpochSeconds,
): Revision {
  const renew = new Set([rotation.role]);
  return isDelegated(rotation.role)
    ? { ...newDelegations(state, rotation), renew }
    : { ...newRoot(state, rotation, now), renew };
}

function newRoot(state: RepositoryState, rotation: Rotation, now: EpochSeconds): Revision {
  const holders = (role: Role) => nextHolders(state, role, rotation);
  const keys = {
    root: holders('root'),
    targets: holders('targets'),
    snapshot: holders('snapshot'),
    timestamp: holders('timestamp'),
  };
  return { root: rootBody(state.root.version + 1, keys, now) };
}

function newDelegations(state: RepositoryState, rotation: Rotation): Revision {
  const policy = nextHolders(state, 'policy', rotation);
  const status = nextHolders(state, 'status', rotation);
  return { delegations: delegationsTo({ policy, status }) };
}

function nextHolders(state: RepositoryState, role: Role, rotation: Rotation): readonly KeyHolder[] {
  const document = isDelegated(role) ? state.published.targets.targets.delegations : state.root;
  if (document === undefined) throw new Error('targets delegates to nobody');
  const current = holdersOf(document, keysOfRole(state, role));
  if (role !== rotation.role) return current;
  const strangers = rotation.remove.filter((id) => !current.some(({ keyId }) => keyId === id));
  if (strangers.length > 0) throw new Error(`${role} has no key ${strangers.join(', ')}`);
  const kept = current.filter(({ keyId }) => !rotation.remove.includes(keyId));
  return [...kept, ...rotation.add];
}

function isDelegated(role: Role): role is 'policy' | 'status' {
  return role === 'policy' || role === 'status';
}
