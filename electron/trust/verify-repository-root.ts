import { failure, type Result, success } from '../../shared/result.ts';
import { MAX_METADATA_BYTES, MAX_ROOT_ROTATIONS } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import { type Body, type Metadata, parseMetadata } from './tuf-metadata.ts';
import { isSignedBy, publicKeysOf, type Signers } from './tuf-signatures.ts';
import type { RepositoryRequest } from './verify-repository.ts';
import { readRepositoryFile } from './verify-repository-files.ts';
import { judgeTimeliness, type VerifiedRole } from './verify-repository-role.ts';

type Root = Body<'root'>;

/** The newest root, and the paths of all that lead to it from the given one. */
export interface VerifiedRoots extends VerifiedRole<'root'> {
  readonly followed: readonly string[];
}

/**
 * Follows the roots from the given one to the newest in the folder. Each has to be signed by
 * enough keys of the one before it and of itself; only the last may not have expired.
 * Source: TUF specification 1.0, §5.3.
 */
export async function verifyRoots(
  request: RepositoryRequest,
): Promise<Result<VerifiedRoots, TrustFailure>> {
  const first = readRoot(request.rootJson);
  if (!first.ok) return first;
  let root = first.value;
  const followed: string[] = [];
  for (let steps = 0; ; steps++) {
    const next = await verifyNextRoot(request.folder, root);
    if (!next.ok) return next;
    if (next.value === undefined) break;
    if (steps >= MAX_ROOT_ROTATIONS) return failure({ code: 'too-large', subject: 'root' });
    root = next.value;
    followed.push(rootPath(root.version));
  }
  const { version, expires } = root;
  const mark = { version, keys: [...publicKeysOf(signersNamedBy(root, 'root'))] };
  const refusal = judgeTimeliness(request, { role: 'root', mark, expires });
  return refusal === undefined
    ? success({ body: root, path: rootPath(version), mark, followed })
    : failure(refusal);
}

/** The keys root names for one of the roles. */
export function signersNamedBy({ keys, roles }: Root, role: keyof Root['roles']): Signers {
  return { keys, role: roles[role] };
}

/** Where a version of the root lies in a repository. */
export function rootPath(version: number): string {
  return `metadata/${version}.root.json`;
}

async function verifyNextRoot(
  folder: string,
  trusted: Root,
): Promise<Result<Root | undefined, TrustFailure>> {
  const path = rootPath(trusted.version + 1);
  const read = await readRepositoryFile({ folder, path, maxBytes: MAX_METADATA_BYTES.root });
  if (!read.ok || read.value === undefined) return read.ok ? success(undefined) : read;
  const parsed = parseMetadata({ kind: 'root', role: 'root', bytes: read.value });
  if (!parsed.ok) return parsed;
  const { body } = parsed.value;
  if (!isSignedBy(parsed.value, signersNamedBy(trusted, 'root'))) return unsigned('by the last');
  if (!isSelfSigned(parsed.value)) return unsigned('by itself');
  if (body.version === trusted.version + 1) return success(body);
  const detail = `version ${body.version} in ${path}`;
  return failure({ code: 'inconsistent', subject: 'root', detail });
}

/** The given root is trusted already; a damaged copy of it must not be. */
function readRoot(bytes: Uint8Array): Result<Root, TrustFailure> {
  const parsed = parseMetadata({ kind: 'root', role: 'root', bytes });
  if (!parsed.ok) return parsed;
  return isSelfSigned(parsed.value) ? success(parsed.value.body) : unsigned('by itself');
}

function isSelfSigned(root: Metadata<'root'>): boolean {
  return isSignedBy(root, signersNamedBy(root.body, 'root'));
}

function unsigned(detail: string): Result<never, TrustFailure> {
  return failure({ code: 'bad-signatures', subject: 'root', detail: `not signed ${detail}` });
}
