import type { Result } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { BundleFiles, TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { Heights, HighWaterMarks, TrustRole } from './high-water-marks.ts';
import type { TrustFailure } from './trust-failure.ts';

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

/** Runs the whole TUF client workflow (specification 1.0, §5) over a folder. Never throws. */
export async function verifyRepositoryFolder(
  request: RepositoryRequest,
): Promise<Result<VerifiedRepository, TrustFailure>> {
  throw new Error(`not written yet: ${request.folder}`);
}
