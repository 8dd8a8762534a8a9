import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochSeconds } from '../../shared/time.ts';
import { withLock } from './publish-lock.ts';
import { metadataFile } from './repository-files.ts';
import { type Repository, revise } from './revise.ts';
import { generateSigner, keyRingOf, type LocalSigner } from './role-signer.ts';
import { ROLE_PLANS, type Role } from './roles.ts';
import { delegationsTo, rootBody } from './root-document.ts';

/** The private keys of every role. */
export type RoleSigners = Readonly<Record<Role, readonly LocalSigner[]>>;

/** Makes as many keys for each role as its plan asks for. */
export function generateRoleSigners(): RoleSigners {
  const generate = (role: Role): readonly LocalSigner[] =>
    Array.from({ length: ROLE_PLANS[role].keys }, generateSigner);
  return {
    root: generate('root'),
    targets: generate('targets'),
    snapshot: generate('snapshot'),
    timestamp: generate('timestamp'),
    policy: generate('policy'),
    status: generate('status'),
  };
}

/**
 * Makes a repository that lists no file yet: the first root, delegations, empty lists.
 * Throws when there is one: its root is in kiosks already.
 */
export function createRepository(
  folder: string,
  signers: RoleSigners,
  now: EpochSeconds,
): Repository {
  if (existsSync(join(folder, metadataFile('root', 1))))
    throw new Error(`there is a repository in ${folder} already`);
  const keys = keyRingOf(Object.values(signers).flat());
  const repository: Repository = { folder, keys };
  const root = rootBody(1, signers, now);
  mkdirSync(folder, { recursive: true });
  withLock(folder, () => {
    revise(repository, { root }, { root, delegations: delegationsTo(signers) }, now);
  });
  return repository;
}
