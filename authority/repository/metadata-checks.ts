import type { Metadata, Root, Targets } from '@tufjs/models';
import type { EpochSeconds } from '../../shared/time.ts';
import { describeFile } from './metadata.ts';
import type { ReadFile } from './repository-files.ts';

/** What a repository must never contain; the message says which file and why. */
export class RepositoryFault extends Error {}

/** A document that names keys for other roles. */
export type Delegator = Metadata<Root> | Metadata<Targets>;

/** Throws `RepositoryFault` unless enough of the keys the delegator names for the role have signed. */
export function requireSignatures(
  delegator: Delegator,
  role: string,
  metadata: Parameters<Delegator['verifyDelegate']>[1],
): void {
  orFault(role, () => delegator.verifyDelegate(role, metadata));
}

/** Throws `RepositoryFault` when metadata is expired, or says no time at all. */
export function requireNotExpired(
  role: string,
  { expires }: { readonly expires: string },
  now: EpochSeconds,
): void {
  if (!(Date.parse(expires) > now * 1_000))
    throw new RepositoryFault(`${role} is expired: ${expires}`);
}

/** Throws `RepositoryFault` unless a document has the version it is listed with. */
export function requireVersion(role: string, version: number, expected: number): void {
  if (version !== expected || !Number.isSafeInteger(version) || version < 1)
    throw new RepositoryFault(`${role} has version ${version}, expected ${expected}`);
}

/** What signed metadata says about a file. */
export interface ListedFile {
  readonly length?: number;
  readonly hashes?: Readonly<Record<string, string>>;
}

/** Throws `RepositoryFault` unless a file is the one that is listed. */
export function requireListed(name: string, bytes: Uint8Array, entry: ListedFile): void {
  const found = describeFile(bytes);
  if (found.length !== entry.length || found.hashes.sha256 !== entry.hashes?.sha256)
    throw new RepositoryFault(`${name} differs from what is signed about it`);
}

interface NamedKey {
  readonly keyVal: Readonly<Record<string, string>>;
}
interface NamedRole {
  readonly keyIDs: readonly string[];
}

/**
 * Throws `RepositoryFault` when one public key stands under two key ids, or serves two roles. The TUF
 * specification counts key ids: one stolen key under two of them would meet a threshold of two.
 */
export function requireDistinctKeys(
  role: string,
  keys: readonly NamedKey[],
  roles: readonly NamedRole[],
): void {
  const publicKeys = keys.map(({ keyVal }) => keyVal.public?.toLowerCase());
  if (new Set(publicKeys).size !== publicKeys.length)
    throw new RepositoryFault(`${role} names one public key under two key ids`);
  const used = roles.flatMap(({ keyIDs }) => keyIDs);
  if (new Set(used).size !== used.length)
    throw new RepositoryFault(`${role} names one key for two roles`);
}

/** The bytes of a file. Throws `RepositoryFault` when it is missing or longer than clients take. */
export function requireFile(read: ReadFile, path: string, limit: number): Uint8Array {
  const bytes = read(path);
  if (bytes === undefined) throw new RepositoryFault(`${path} is missing`);
  if (bytes.length > limit)
    throw new RepositoryFault(`${path} has ${bytes.length} bytes; clients take ${limit}`);
  return bytes;
}

/** Runs one of the models' own checks; they report every fault by throwing. Throws `RepositoryFault`. */
export function orFault<Value>(role: string, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    // The role makes it a line somebody can act on.
    throw new RepositoryFault(`${role}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
