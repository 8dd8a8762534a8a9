import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { judgeRoleVersion, type RoleMark, type TrustRole } from './high-water-marks.ts';
import { MAX_METADATA_BYTES } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import { type Body, type MetadataKind, type MetaEntry, parseMetadata } from './tuf-metadata.ts';
import { isSignedBy, publicKeysOf, type Signers } from './tuf-signatures.ts';
import type { RepositoryRequest } from './verify-repository.ts';
import { readRepositoryFile, sha256Hex } from './verify-repository-files.ts';

/** Which file to load for a role, who must have signed it, and what already trusted metadata says of it. */
export interface RoleRequest<Kind extends MetadataKind> {
  readonly kind: Kind;
  readonly role: TrustRole;
  readonly path: string;
  readonly signers: Signers;
  readonly listedAs?: MetaEntry;
}

/** Metadata of one role, trusted. */
export interface VerifiedRole<Kind extends MetadataKind> {
  readonly body: Body<Kind>;
  readonly path: string;
  readonly mark: RoleMark;
}

/**
 * Loads the metadata of one role: size, hash, form, signatures, version, rollback, expiry.
 * Source: TUF specification 1.0, §5.4 to §5.6.
 */
export async function verifyRole<Kind extends MetadataKind>(
  request: RepositoryRequest,
  wanted: RoleRequest<Kind>,
): Promise<Result<VerifiedRole<Kind>, TrustFailure>> {
  const { kind, role, path, signers, listedAs } = wanted;
  const maxBytes = MAX_METADATA_BYTES[kind];
  const read = await readRepositoryFile({ folder: request.folder, path, maxBytes });
  if (!read.ok) return read;
  if (read.value === undefined) return failure(missing(wanted));
  if (!isAsListed(read.value, listedAs)) return failure({ code: 'wrong-content', subject: role });
  const parsed = parseMetadata({ kind, role, bytes: read.value });
  if (!parsed.ok) return parsed;
  const { body } = parsed.value;
  if (!isSignedBy(parsed.value, signers)) return failure({ code: 'bad-signatures', subject: role });
  if (listedAs !== undefined && body.version !== listedAs.version) {
    const detail = `version ${body.version}, listed as ${listedAs.version}`;
    return failure({ code: 'inconsistent', subject: role, detail });
  }
  const mark = { version: body.version, keys: [...publicKeysOf(signers)] };
  const refusal = judgeTimeliness(request, { role, mark, expires: body.expires });
  return refusal === undefined ? success({ body, path, mark }) : failure(refusal);
}

/** The failure when trusted metadata is older than what was seen before, or has expired. */
export function judgeTimeliness(
  { now, highWaterMarks }: RepositoryRequest,
  found: { readonly role: TrustRole; readonly mark: RoleMark; readonly expires: EpochSeconds },
): TrustFailure | undefined {
  const lower = judgeRoleVersion(found.role, found.mark, highWaterMarks);
  if (lower !== undefined) return lower;
  if (now === 'ignore-expiry' || now < found.expires) return undefined;
  return { code: 'expired', subject: found.role, detail: `since ${found.expires}` };
}

function isAsListed(bytes: Uint8Array, listedAs: MetaEntry | undefined): boolean {
  if (listedAs?.length !== undefined && bytes.length !== listedAs.length) return false;
  return listedAs?.hashes === undefined || sha256Hex(bytes) === listedAs.hashes.sha256;
}

/** Nothing lists the timestamp: without it this is no repository. Everything else was promised. */
function missing({ role, path, listedAs }: RoleRequest<MetadataKind>): TrustFailure {
  const code = listedAs === undefined ? 'not-a-repository' : 'inconsistent';
  return { code, subject: role, detail: `no ${path}` };
}
