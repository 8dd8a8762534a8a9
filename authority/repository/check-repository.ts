import { Metadata, MetadataKind, type Root, type Snapshot, type Targets } from '@tufjs/models';
import type { EpochSeconds } from '../../shared/time.ts';
import { MAX_TARGETS, MAX_TOTAL_TARGET_BYTES, METADATA_LIMITS } from './client-limits.ts';
import {
  type Delegator,
  orFault,
  RepositoryFault,
  requireDistinctKeys,
  requireFile,
  requireListed,
  requireNotExpired,
  requireSignatures,
  requireVersion,
} from './metadata-checks.ts';
import { metadataFile, type ReadFile, TIMESTAMP_FILE, targetFile } from './repository-files.ts';
import { DELEGATED_ROLES, roleOfTarget, type TargetsRole } from './roles.ts';

/** Which roots to start from and end with, and the time to judge expiry by. */
export interface CheckScope {
  readonly rootVersion: number;
  readonly now: EpochSeconds;
}

/**
 * Reads a whole repository as a client would, with the models of tuf-js and stricter than it:
 * every root from 1 on, signatures and thresholds, versions, expiry, sizes, hashes of every file,
 * and no role listing what belongs to another. Throws `RepositoryFault`.
 */
export function checkRepository(read: ReadFile, scope: CheckScope): void {
  const root = checkRoots(read, scope);
  const snapshot = checkSnapshot(read, root, scope.now);
  const place = { snapshot, now: scope.now };
  const targets = checkRole(read, { role: 'targets', delegator: root, ...place });
  const { keys = {}, roles = {} } = targets.signed.delegations ?? {};
  requireDistinctKeys('targets', Object.values(keys), Object.values(roles));
  const lists = DELEGATED_ROLES.map((role) =>
    checkRole(read, { role, delegator: targets, ...place }),
  );
  const files = [targets, ...lists].flatMap(({ signed }) => Object.values(signed.targets));
  const total = files.reduce((sum, { length }) => sum + length, 0);
  if (total > MAX_TOTAL_TARGET_BYTES)
    throw new RepositoryFault(
      `all files have ${total} bytes; clients take ${MAX_TOTAL_TARGET_BYTES}`,
    );
}

function checkRoots(read: ReadFile, { rootVersion, now }: CheckScope): Metadata<Root> {
  let previous: Metadata<Root> | undefined;
  for (let version = 1; version <= rootVersion; version++) {
    const bytes = requireFile(read, metadataFile('root', version), METADATA_LIMITS.root);
    const root = orFault('root', () => Metadata.fromJSON(MetadataKind.Root, parseJson(bytes)));
    const { keys, roles } = root.signed;
    requireDistinctKeys('root', Object.values(keys), Object.values(roles));
    requireSignatures(previous ?? root, 'root', root);
    requireSignatures(root, 'root', root);
    requireVersion('root', root.signed.version, version);
    previous = root;
  }
  if (previous === undefined) throw new RepositoryFault('there is no root');
  requireNotExpired('root', previous.signed, now);
  return previous;
}

function checkSnapshot(
  read: ReadFile,
  root: Metadata<Root>,
  now: EpochSeconds,
): Metadata<Snapshot> {
  const timestampBytes = requireFile(read, TIMESTAMP_FILE, METADATA_LIMITS.timestamp);
  const timestamp = orFault('timestamp', () =>
    Metadata.fromJSON(MetadataKind.Timestamp, parseJson(timestampBytes)),
  );
  requireSignatures(root, 'timestamp', timestamp);
  requireNotExpired('timestamp', timestamp.signed, now);
  const entry = timestamp.signed.snapshotMeta;
  const path = metadataFile('snapshot', entry.version);
  const bytes = requireFile(read, path, METADATA_LIMITS.snapshot);
  requireListed('snapshot', bytes, entry);
  const snapshot = orFault('snapshot', () =>
    Metadata.fromJSON(MetadataKind.Snapshot, parseJson(bytes)),
  );
  requireSignatures(root, 'snapshot', snapshot);
  requireVersion('snapshot', snapshot.signed.version, entry.version);
  requireNotExpired('snapshot', snapshot.signed, now);
  return snapshot;
}

interface RoleCheck {
  readonly role: TargetsRole;
  readonly delegator: Delegator;
  readonly snapshot: Metadata<Snapshot>;
  readonly now: EpochSeconds;
}

function checkRole(read: ReadFile, check: RoleCheck): Metadata<Targets> {
  const { role, delegator, snapshot, now } = check;
  const entry = snapshot.signed.meta[`${role}.json`];
  if (entry === undefined) throw new RepositoryFault(`the snapshot does not know ${role}.json`);
  const bytes = requireFile(read, metadataFile(role, entry.version), METADATA_LIMITS.targets);
  requireListed(role, bytes, entry);
  const metadata = orFault(role, () => Metadata.fromJSON(MetadataKind.Targets, parseJson(bytes)));
  requireSignatures(delegator, role, metadata);
  requireVersion(role, metadata.signed.version, entry.version);
  requireNotExpired(role, metadata.signed, now);
  checkTargets(read, role, metadata.signed);
  return metadata;
}

function checkTargets(read: ReadFile, role: TargetsRole, signed: Targets): void {
  const targets = Object.entries(signed.targets);
  if (targets.length > MAX_TARGETS)
    throw new RepositoryFault(`${role} lists ${targets.length} files; clients take ${MAX_TARGETS}`);
  for (const [name, entry] of targets) {
    if (roleOfTarget(name) !== role) throw new RepositoryFault(`${role} may not list ${name}`);
    const bytes = requireFile(read, targetFile(name, entry.hashes.sha256 ?? ''), entry.length);
    requireListed(name, bytes, entry);
  }
}

// The models check the form of what this gives.
function parseJson(bytes: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
