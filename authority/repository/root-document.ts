import type { EpochSeconds } from '../../shared/time.ts';
import { commonFields, type Delegations, type RoleKeys, type RootBody } from './metadata.ts';
import type { RoleSigner } from './role-signer.ts';
import {
  DELEGATED_PATHS,
  DELEGATED_ROLES,
  ROLE_PLANS,
  type Role,
  TOP_ROLES,
  type TopRole,
} from './roles.ts';

/** Whoever holds a role's keys: what is needed of a signer to name it in metadata. */
export type KeyHolder = Pick<RoleSigner, 'keyId' | 'publicKey'>;

/** Keys of every role a document names. */
export type KeysOf<Names extends Role> = Readonly<Record<Names, readonly KeyHolder[]>>;

/** The keys of all roles. */
export type RoleKeySet = KeysOf<Role>;

/** A root document that names these keys. */
export function rootBody(version: number, holders: KeysOf<TopRole>, now: EpochSeconds): RootBody {
  const [root, targets, snapshot, timestamp] = TOP_ROLES.map((role) =>
    roleKeys(role, holders[role]),
  );
  if (!root || !targets || !snapshot || !timestamp) throw new Error('a role is missing');
  return {
    _type: 'root',
    ...commonFields(version, now + ROLE_PLANS.root.lifetime),
    consistent_snapshot: true,
    keys: publicKeys(TOP_ROLES.flatMap((role) => holders[role])),
    roles: { root, targets, snapshot, timestamp },
  };
}

/** The delegations of targets to these keys. */
export function delegationsTo(holders: KeysOf<'policy' | 'status'>): Delegations {
  return {
    keys: publicKeys(DELEGATED_ROLES.flatMap((role) => holders[role])),
    roles: DELEGATED_ROLES.map((role) => ({
      ...roleKeys(role, holders[role]),
      name: role,
      terminating: true,
      paths: [...DELEGATED_PATHS[role]],
    })),
  };
}

/** The keys a document in force names for a role. */
export function holdersOf(
  document: Pick<RootBody, 'keys'>,
  { keyids }: RoleKeys,
): readonly KeyHolder[] {
  return keyids.flatMap((keyId) => {
    const publicKey = document.keys[keyId];
    return publicKey === undefined ? [] : [{ keyId, publicKey }];
  });
}

function roleKeys(role: Role, holders: readonly KeyHolder[]): RoleKeys {
  const { keys, threshold } = ROLE_PLANS[role];
  if (holders.length !== keys) throw new Error(`${role} has ${keys} keys, not ${holders.length}`);
  return { keyids: holders.map(({ keyId }) => keyId), threshold };
}

function publicKeys(holders: readonly KeyHolder[]): RootBody['keys'] {
  return Object.fromEntries(holders.map(({ keyId, publicKey }) => [keyId, publicKey]));
}
