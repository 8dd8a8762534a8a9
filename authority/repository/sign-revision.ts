import { type RoleKeys, type RootBody, signMetadata } from './metadata.ts';
import { type DraftInput, delegationsOf } from './revision.ts';
import type { KeyRing, RoleSigner } from './role-signer.ts';
import type { Role, TargetsRole, TopRole } from './roles.ts';

/**
 * Signs for a role that root names. During a rotation the keys of the old root sign too, where they
 * are still at hand: a client that has not seen the new root yet goes on accepting what it finds.
 * Throws when too few keys are at hand.
 */
export function signTop(
  input: DraftInput,
  role: Exclude<TopRole, 'root'>,
  body: object,
): Uint8Array {
  const { revision, state, keys } = input;
  const required = signersOf(keys, role, (revision.root ?? state.root).roles[role]);
  return signMetadata(body, new Set([...required, ...atHand(keys, state.root.roles[role])]));
}

/** Signs for a role that targets delegates to. Throws when too few keys are at hand. */
export function signDelegated(input: DraftInput, role: TargetsRole, body: object): Uint8Array {
  const delegation = delegationsOf(input).roles.find(({ name }) => name === role);
  if (delegation === undefined) throw new Error(`targets does not delegate to ${role}`);
  return signMetadata(body, signersOf(input.keys, role, delegation));
}

/** Signs a new root. Throws when too few keys of either root are at hand. */
export function signRoot({ keys, state }: DraftInput, root: RootBody): Uint8Array {
  // The old root vouches for the new one, and the new one for itself.
  const signers = [state.root, root].flatMap(({ roles }) => signersOf(keys, 'root', roles.root));
  return signMetadata(root, new Set(signers));
}

function signersOf(keys: KeyRing, role: Role, roleKeys: RoleKeys): readonly RoleSigner[] {
  const signers = atHand(keys, roleKeys);
  if (signers.length >= roleKeys.threshold) return signers;
  const { threshold } = roleKeys;
  throw new Error(`${role} needs ${threshold} of its keys to sign, ${signers.length} at hand`);
}

function atHand(keys: KeyRing, { keyids }: RoleKeys): readonly RoleSigner[] {
  return keyids.map((keyId) => keys.get(keyId)).filter((signer) => signer !== undefined);
}
