import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import {
  assembleTrustBundle,
  type BundleFiles,
  type TrustBundle,
} from '../../shared/trust/trust-bundle.ts';
import {
  type Heights,
  type HighWaterMarks,
  judgeStatusTimes,
  type TrustRole,
} from './high-water-marks.ts';
import type { TrustFailure } from './trust-failure.ts';
import { type VerifiedRoles, verifyRoles } from './verify-repository-roles.ts';
import { readFiles, selectFiles, targetPath } from './verify-repository-targets.ts';

/** What is to be verified, and against what. */
export interface RepositoryRequest {
  /** Holds `metadata/` and `targets/`, with consistent snapshots. */
  readonly folder: string;
  /** The root of trust this machine starts from. */
  readonly rootJson: Uint8Array;
  /** Expiry limits what may be accepted; how long accepted data may be used is policy's business. */
  readonly now: EpochSeconds | 'ignore-expiry';
  readonly highWaterMarks?: HighWaterMarks | undefined;
}

/** A repository of which every byte used is signed, by the keys that may, and fits together. */
export interface VerifiedRepository {
  readonly versions: Readonly<Record<TrustRole, number>>;
  readonly expires: Readonly<Record<TrustRole, EpochSeconds>>;
  readonly heights: Heights;
  readonly files: BundleFiles;
  /** The files, opened; `currentAsOf` is what signed times in them prove. */
  readonly bundle: TrustBundle;
  /** The paths that belong to this state, relative to the folder; anything else in it is not needed. */
  readonly usedPaths: readonly string[];
}

/**
 * Runs the whole TUF client workflow (specification 1.0, §5) over a folder: metadata, then the
 * files it lists, then what stands in them. Whoever filled the folder may be anybody: never throws.
 */
export async function verifyRepositoryFolder(
  request: RepositoryRequest,
): Promise<Result<VerifiedRepository, TrustFailure>> {
  const roles = await verifyRoles(request);
  if (!roles.ok) return roles;
  const { targets, policy, status } = roles.value;
  const listed = selectFiles({ targets: targets.body, policy: policy.body, status: status.body });
  if (!listed.ok) return listed;
  const files = await readFiles(request.folder, listed.value);
  if (!files.ok) return files;
  const bundle = openBundle(files.value);
  if (!bundle.ok) return bundle;
  const heights = heightsOf(roles.value, bundle.value);
  const older = judgeStatusTimes(heights, request.highWaterMarks);
  if (older !== undefined) return failure(older);
  const { root, timestamp, snapshot } = roles.value;
  const signing = [timestamp, snapshot, targets, policy, status].map(({ path }) => path);
  const usedPaths = [...root.followed, ...signing, ...listed.value.map(targetPath)];
  const common = { files: files.value, bundle: bundle.value, heights, usedPaths };
  return success({ ...describeRoles(roles.value), ...common });
}

/** Signed is not yet usable: a terminal keeps what it has rather than take a list it cannot open. */
function openBundle(files: BundleFiles): Result<TrustBundle, TrustFailure> {
  // The time stands in for a proof of currency when there is no status list: none is the oldest.
  const bundle = assembleTrustBundle(files, 0);
  if (!bundle.ok) {
    const { document, failure: why } = bundle.failure;
    return failure({ code: 'unusable-document', subject: document, detail: why.code });
  }
  for (const left of bundle.value.leftOut) {
    if (left.part === 'issuer-key') continue; // A suite of the future: unknown here, not wrong.
    return failure({ code: 'unusable-document', subject: left.name, detail: left.failure });
  }
  return bundle;
}

function heightsOf(roles: VerifiedRoles, bundle: TrustBundle): Heights {
  const lists = [...bundle.statusLists.values()];
  return {
    roles: perRole((role) => roles[role].mark),
    statusSignedAt: Object.fromEntries(lists.map(({ name, signedAt }) => [name, signedAt])),
  };
}

function describeRoles(roles: VerifiedRoles): Pick<VerifiedRepository, 'versions' | 'expires'> {
  return {
    versions: perRole((role) => roles[role].body.version),
    expires: perRole((role) => roles[role].body.expires),
  };
}

function perRole<Value>(value: (role: TrustRole) => Value): Record<TrustRole, Value> {
  return {
    ...{ root: value('root'), timestamp: value('timestamp'), snapshot: value('snapshot') },
    ...{ targets: value('targets'), policy: value('policy'), status: value('status') },
  };
}
