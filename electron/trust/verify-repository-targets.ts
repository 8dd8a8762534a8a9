import { MAX_STATUS_LIST_BYTES, MAX_TRUST_DOCUMENT_BYTES } from '../../shared/limits.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { BundleFiles } from '../../shared/trust/trust-bundle.ts';
import { MAX_TOTAL_TARGET_BYTES } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { Body, TargetEntry } from './tuf-metadata.ts';
import type { Signers } from './tuf-signatures.ts';
import { readRepositoryFile, sha256Hex } from './verify-repository-files.ts';

type Targets = Body<'targets'>;

/** The roles targets delegates to, and the one pattern each may speak about. */
const DELEGATED_PATTERN = { policy: 'policy.json', status: 'status/*' } as const;
export type DelegatedRole = keyof typeof DELEGATED_PATTERN;

const STATUS_LIST = /^status\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** The metadata of the three roles that list files. */
export interface TargetRoles {
  readonly targets: Targets;
  readonly policy: Targets;
  readonly status: Targets;
}

/** A file to read, by its name and by what trusted metadata says of it. */
export interface ListedFile extends TargetEntry {
  readonly name: string;
}

/** The keys targets names for a delegated role, if it delegates just what the role is for. */
export function signersDelegatedTo(
  role: DelegatedRole,
  { delegations }: Targets,
): Result<Signers, TrustFailure> {
  const found = delegations?.roles.filter(({ name }) => name === role) ?? [];
  const [delegated] = found;
  const paths = delegated?.paths ?? [];
  const isExact = paths.length === 1 && paths[0] === DELEGATED_PATTERN[role];
  if (delegations === undefined || delegated === undefined || found.length > 1 || !isExact) {
    return failure({ code: 'not-delegated', subject: role, detail: 'delegation' });
  }
  return success({ keys: delegations.keys, role: delegated });
}

/**
 * The files of the bundle. A role that lists a file of another is refused as a whole: the online
 * key of `status` must not be able to name issuers, nor may `targets` shadow what it delegates.
 */
export function selectFiles(roles: TargetRoles): Result<readonly ListedFile[], TrustFailure> {
  const belongs = {
    // More files of its own may come; the two kinds it has given away may not.
    targets: (name: string) => name !== 'policy.json' && !name.startsWith('status/'),
    policy: (name: string) => name === 'policy.json',
    status: (name: string) => STATUS_LIST.test(name),
  };
  for (const role of ['targets', 'policy', 'status'] as const) {
    const stray = Object.keys(roles[role].targets).find((name) => !belongs[role](name));
    if (stray !== undefined) {
      return failure({ code: 'not-delegated', subject: role, detail: stray });
    }
  }
  const issuers = roles.targets.targets['issuers.json'];
  const policy = roles.policy.targets['policy.json'];
  if (issuers === undefined) return failure(notListed('issuers.json'));
  if (policy === undefined) return failure(notListed('policy.json'));
  const lists = Object.entries(roles.status.targets).map(([name, entry]) => ({ name, ...entry }));
  const files = [
    { name: 'issuers.json', ...issuers },
    { name: 'policy.json', ...policy },
    ...lists,
  ];
  const total = files.reduce((sum, file) => sum + file.length, 0);
  return total > MAX_TOTAL_TARGET_BYTES ? failure(tooLarge('status')) : success(files);
}

/** Reads every file, each exactly as long and with the hash that metadata says. */
export async function readFiles(
  folder: string,
  listed: readonly ListedFile[],
): Promise<Result<BundleFiles, TrustFailure>> {
  const read = new Map<string, Uint8Array>();
  for (const file of listed) {
    const bytes = await readFile(folder, file);
    if (!bytes.ok) return bytes;
    read.set(file.name, bytes.value);
  }
  const issuers = read.get('issuers.json');
  const policy = read.get('policy.json');
  if (issuers === undefined) return failure(notListed('issuers.json'));
  if (policy === undefined) return failure(notListed('policy.json'));
  const statusLists = new Map([...read].filter(([name]) => name.startsWith('status/')));
  return success({ issuers, policy, statusLists });
}

/** Where a target lies: its hash stands before the last part of its name (TUF 1.0, §6.2). */
export function targetPath({ name, hashes }: ListedFile): string {
  const start = name.lastIndexOf('/') + 1;
  return `targets/${name.slice(0, start)}${hashes.sha256}.${name.slice(start)}`;
}

async function readFile(
  folder: string,
  file: ListedFile,
): Promise<Result<Uint8Array, TrustFailure>> {
  const isList = file.name.startsWith('status/');
  const maxBytes = isList ? MAX_STATUS_LIST_BYTES : MAX_TRUST_DOCUMENT_BYTES;
  if (file.length > maxBytes) return failure(tooLarge(file.name));
  const read = await readRepositoryFile({ folder, path: targetPath(file), maxBytes });
  if (!read.ok) return read;
  const wrong = (detail: string): Result<never, TrustFailure> =>
    failure({ code: 'wrong-content', subject: file.name, detail });
  if (read.value === undefined) return wrong('missing');
  if (read.value.length !== file.length) return wrong('length');
  return sha256Hex(read.value) === file.hashes.sha256 ? success(read.value) : wrong('sha256');
}

function notListed(name: string): TrustFailure {
  return { code: 'not-delegated', subject: name, detail: 'listed by none' };
}

function tooLarge(subject: string): TrustFailure {
  return { code: 'too-large', subject };
}
