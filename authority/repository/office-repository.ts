import { join } from 'node:path';
import type { EpochSeconds } from '../../shared/time.ts';
import type { Passphrase } from '../keys/passphrase.ts';
import type { Protection } from '../keys/stored-secret.ts';
import { createRepository, generateRoleSigners } from './create-repository.ts';
import { keysOfRole } from './refresh.ts';
import { readRepositoryState } from './repository-state.ts';
import type { Repository } from './revise.ts';
import type { Revised } from './revision.ts';
import { loadKeyRing, removeRoleKey, saveRoleKey } from './role-key-files.ts';
import { generateSigner } from './role-signer.ts';
import { ROLES, type Role } from './roles.ts';
import { rotateKeys } from './rotate.ts';

/** The repository of an office's folder: `repository/` beside the three folders of keys. */
export function openOfficeRepository(office: string, passphrase: Passphrase): Repository {
  return { folder: repositoryFolder(office), keys: loadKeyRing(office, passphrase) };
}

/** What a web server serves. */
export function repositoryFolder(office: string): string {
  return join(office, 'repository');
}

/** Makes the keys of all roles and a repository that lists nothing yet. Throws when there is one. */
export function createOfficeRepository(
  office: string,
  protection: Protection,
  now: EpochSeconds,
): void {
  const signers = generateRoleSigners();
  for (const role of ROLES) {
    for (const signer of signers[role]) saveRoleKey(office, { role, signer }, protection);
  }
  createRepository(repositoryFolder(office), signers, now);
}

/** A rotation that is wanted. */
export interface RotationOrder {
  readonly role: Role;
  readonly choice: KeyChoice;
  /** Unlocks the keys that sign. */
  readonly passphrase: Passphrase;
  /** Of the new keys. */
  readonly protection: Protection;
}

/** A rotation as it went. */
export interface OfficeRotation {
  readonly revised: Revised;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Which keys of a role to replace: the named ones, or the first so many of them. */
export type KeyChoice = { readonly keyIds: readonly string[] } | { readonly count: number };

/**
 * Replaces keys of a role by new ones. A new key is on disk before any metadata names it, and an
 * old one goes only when none does: an interruption loses no key. Throws as `publish` does.
 */
export function rotateOfficeKeys(
  office: string,
  { role, choice, passphrase, protection }: RotationOrder,
  now: EpochSeconds,
): OfficeRotation {
  const repository = openOfficeRepository(office, passphrase);
  const { keyids } = keysOfRole(readRepositoryState(repository.folder), role);
  const remove = 'count' in choice ? keyids.slice(0, choice.count) : choice.keyIds;
  const add = Array.from(remove, generateSigner);
  for (const signer of add) saveRoleKey(office, { role, signer }, protection);
  try {
    const revised = rotateKeys(repository, { role, remove, add }, now);
    return { revised, removed: remove, added: add.map(({ keyId }) => keyId) };
  } finally {
    forgetUnused(office, role, [...remove, ...add.map(({ keyId }) => keyId)]);
  }
}

// Old keys after a rotation, new ones after a rotation that failed.
function forgetUnused(office: string, role: Role, keyIds: readonly string[]): void {
  const { keyids } = keysOfRole(readRepositoryState(repositoryFolder(office)), role);
  for (const keyId of keyIds) {
    if (!keyids.includes(keyId)) removeRoleKey(office, role, keyId);
  }
}
