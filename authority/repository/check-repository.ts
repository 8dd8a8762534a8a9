import { Metadata, MetadataKind, type Root, type Snapshot, type Targets } from '@tufjs/models';
import type { EpochSeconds } from '../../shared/time.ts';
import { MAX_TARGETS, METADATA_LIMITS } from './client-limits.ts';
import { describeFile } from './metadata.ts';
import { metadataFile, type ReadFile, TIMESTAMP_FILE, targetFile } from './repository-files.ts';
import { DELEGATED_ROLES, roleOfTarget, type TargetsRole } from './roles.ts';

/** What a repository must never contain; the message says which file and why. */
export class RepositoryFault extends Error {}

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
  const timestampBytes = needed(read, TIMESTAMP_FILE, METADATA_LIMITS.timestamp);
  const timestamp = parse('timestamp', () =>
    Metadata.fromJSON(MetadataKind.Timestamp, json(timestampBytes)),
  );
  signedBy(root, 'timestamp', timestamp);
  notExpired('timestamp', timestamp.signed, scope.now);
  const { version } = timestamp.signed.snapshotMeta;
  const snapshotBytes = needed(read, metadataFile('snapshot', version), METADATA_LIMITS.snapshot);
  listedAs('snapshot', snapshotBytes, timestamp.signed.snapshotMeta);
  const snapshot = parse('snapshot', () =>
    Metadata.fromJSON(MetadataKind.Snapshot, json(snapshotBytes)),
  );
  signedBy(root, 'snapshot', snapshot);
  sameVersion('snapshot', snapshot.signed.version, version);
  notExpired('snapshot', snapshot.signed, scope.now);
  const targets = checkRole(read, { role: 'targets', delegator: root, snapshot, now: scope.now });
  lintKeys('targets', Object.values(targets.signed.delegations?.keys ?? {}));
  for (const role of DELEGATED_ROLES) {
    checkRole(read, { role, delegator: targets, snapshot, now: scope.now });
  }
}

function checkRoots(read: ReadFile, { rootVersion, now }: CheckScope): Metadata<Root> {
  let previous: Metadata<Root> | undefined;
  for (let version = 1; version <= rootVersion; version++) {
    const bytes = needed(read, metadataFile('root', version), METADATA_LIMITS.root);
    const root = parse('root', () => Metadata.fromJSON(MetadataKind.Root, json(bytes)));
    lintKeys('root', Object.values(root.signed.keys));
    signedBy(previous ?? root, 'root', root);
    signedBy(root, 'root', root);
    sameVersion('root', root.signed.version, version);
    previous = root;
  }
  if (previous === undefined) throw new RepositoryFault('there is no root');
  notExpired('root', previous.signed, now);
  return previous;
}

interface RoleCheck {
  readonly role: TargetsRole;
  readonly delegator: Metadata<Root> | Metadata<Targets>;
  readonly snapshot: Metadata<Snapshot>;
  readonly now: EpochSeconds;
}

function checkRole(
  read: ReadFile,
  { role, delegator, snapshot, now }: RoleCheck,
): Metadata<Targets> {
  const entry = snapshot.signed.meta[`${role}.json`];
  if (entry === undefined) throw new RepositoryFault(`the snapshot does not know ${role}.json`);
  const bytes = needed(read, metadataFile(role, entry.version), METADATA_LIMITS.targets);
  listedAs(role, bytes, entry);
  const metadata = parse(role, () => Metadata.fromJSON(MetadataKind.Targets, json(bytes)));
  signedBy(delegator, role, metadata);
  sameVersion(role, metadata.signed.version, entry.version);
  notExpired(role, metadata.signed, now);
  checkTargets(read, role, metadata.signed);
  return metadata;
}

function checkTargets(read: ReadFile, role: TargetsRole, signed: Targets): void {
  const targets = Object.entries(signed.targets);
  if (targets.length > MAX_TARGETS)
    throw new RepositoryFault(`${role} lists ${targets.length} files; clients take ${MAX_TARGETS}`);
  for (const [name, entry] of targets) {
    if (roleOfTarget(name) !== role) throw new RepositoryFault(`${role} may not list ${name}`);
    const bytes = needed(read, targetFile(name, entry.hashes.sha256 ?? ''), entry.length);
    listedAs(name, bytes, entry);
  }
}

// The TUF specification counts key ids, so one stolen key under two of them would meet a threshold.
function lintKeys(role: string, keys: readonly { keyVal: Record<string, string> }[]): void {
  const publicKeys = keys.map(({ keyVal }) => keyVal.public?.toLowerCase());
  if (new Set(publicKeys).size !== publicKeys.length)
    throw new RepositoryFault(`${role} has one public key under two key ids`);
}

function signedBy(
  delegator: Metadata<Root> | Metadata<Targets>,
  role: string,
  metadata: Parameters<Metadata<Root>['verifyDelegate']>[1],
): void {
  parse(role, () => delegator.verifyDelegate(role, metadata));
}

function notExpired(role: string, signed: { expires: string }, now: EpochSeconds): void {
  if (!(Date.parse(signed.expires) > now * 1_000))
    throw new RepositoryFault(`${role} is expired: ${signed.expires}`);
}

function sameVersion(role: string, version: number, expected: number): void {
  if (version !== expected || !Number.isSafeInteger(version) || version < 1)
    throw new RepositoryFault(`${role} has version ${version}, expected ${expected}`);
}

interface ListedFile {
  readonly length?: number;
  readonly hashes?: Readonly<Record<string, string>>;
}

function listedAs(name: string, bytes: Uint8Array, entry: ListedFile): void {
  const found = describeFile(bytes);
  if (found.length !== entry.length || found.hashes.sha256 !== entry.hashes?.sha256)
    throw new RepositoryFault(`${name} differs from what is signed about it`);
}

function needed(read: ReadFile, path: string, limit: number): Uint8Array {
  const bytes = read(path);
  if (bytes === undefined) throw new RepositoryFault(`${path} is missing`);
  if (bytes.length > limit)
    throw new RepositoryFault(`${path} has ${bytes.length} bytes; clients take ${limit}`);
  return bytes;
}

function json(bytes: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function parse<Value>(role: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    // The models report every fault by throwing; the role makes it a line somebody can act on.
    throw new RepositoryFault(`${role}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
