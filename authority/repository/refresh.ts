import type { EpochSeconds } from '../../shared/time.ts';
import type { RoleKeys } from './metadata.ts';
import { withLock } from './publish-lock.ts';
import { type RepositoryState, readRepositoryState } from './repository-state.ts';
import { type Repository, revise } from './revise.ts';
import type { Revised } from './revision.ts';
import type { KeyRing } from './role-signer.ts';
import { ROLE_PLANS, ROLES, type Role } from './roles.ts';

/**
 * Signs anew what is about to expire: the timestamp always, the others from half of their lifetime
 * on and where their keys are at hand. Throws as `publish` does.
 */
export function refresh(repository: Repository, now: EpochSeconds): Revised {
  return withLock(repository.folder, () => {
    const state = readRepositoryState(repository.folder);
    const renew = rolesToRenew(repository.keys, state, now);
    return revise(repository, state, { renew }, now);
  });
}

/** Roles with less than half of their lifetime left whose keys are at hand. */
export function rolesToRenew(
  keys: KeyRing,
  state: RepositoryState,
  now: EpochSeconds,
): ReadonlySet<Role> {
  const canSign = (role: Role): boolean => {
    const { keyids, threshold } = keysOfRole(state, role);
    return keyids.filter((keyId) => keys.has(keyId)).length >= threshold;
  };
  return new Set(rolesPastHalfLife(state, now).filter((role) => role !== 'root' && canSign(role)));
}

/** Roles with less than half of their lifetime left: somebody should bring their keys. */
export function rolesPastHalfLife(state: RepositoryState, now: EpochSeconds): readonly Role[] {
  return ROLES.filter((role) => expiryOf(state, role) - now < ROLE_PLANS[role].lifetime / 2);
}

/** When the metadata of a role that is in force expires. */
export function expiryOf({ root, published }: RepositoryState, role: Role): EpochSeconds {
  const documents = { root, ...published, ...published.targets };
  return Math.floor(Date.parse(documents[role].expires) / 1_000);
}

/** The keys that sign for a role, as the documents in force name them. */
export function keysOfRole({ root, published }: RepositoryState, role: Role): RoleKeys {
  if (role !== 'policy' && role !== 'status') return root.roles[role];
  const delegations = published.targets.targets.delegations?.roles;
  const delegation = delegations?.find(({ name }) => name === role);
  if (delegation === undefined) throw new Error(`targets does not delegate to ${role}`);
  return delegation;
}
