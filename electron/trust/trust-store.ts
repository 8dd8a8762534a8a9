import type { Result } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { HighWaterMarks } from './high-water-marks.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { VerifiedRepository } from './verify-repository.ts';

/** Where a trust store lives and what it starts from. */
export interface TrustStoreOptions {
  /** Folder of the store, made when it is not there. */
  readonly folder: string;
  /** The shipped root of trust. */
  readonly rootJson: Uint8Array;
  /** The repository folder inside the installer: generation 0. */
  readonly factoryFolder?: string | undefined;
  readonly now: EpochSeconds;
}

/** The state in use. */
export interface CurrentTrust {
  readonly bundle: TrustBundle;
  readonly source: 'current' | 'previous' | 'factory';
  /** Why it is not the newest this machine has held; empty when it is. */
  readonly degraded: readonly TrustFailure[];
  readonly versions: VerifiedRepository['versions'];
  readonly expires: VerifiedRepository['expires'];
  /** Its repository folder, for reading only. */
  readonly folder: string;
}

/** A copy of the current state to change as one likes; nothing in it is trusted before `commit`. */
export interface Staging {
  /** A repository folder: `metadata/` and `targets/`, both there, perhaps empty. */
  readonly folder: string;
}

/** What a commit records besides the files. */
export interface CommitRecord {
  /** When each kind of data was last known to be current. */
  readonly currentAsOf: TrustBundle['currentAsOf'];
  readonly now: EpochSeconds;
}

/**
 * The trust data on the disk: generations, of which a commit adds one as a whole or not at all.
 * Failures are values, and whatever they are, the state held before stays in use.
 */
export interface TrustStore {
  current(): CurrentTrust | undefined;
  /** What was found damaged and made good again without any loss, for the log. */
  repairs(): readonly TrustFailure[];
  marks(): HighWaterMarks | undefined;
  /** Takes the lock and copies the state on the disk into a new folder. `busy` while another holds it. */
  beginStaging(): Promise<Result<Staging, TrustFailure>>;
  /** Verifies the folder completely and makes it current. The staging folder is gone afterwards, whatever the answer. */
  commit(staging: Staging, record: CommitRecord): Promise<Result<CurrentTrust, TrustFailure>>;
  abandon(staging: Staging): Promise<void>;
  /** Reads the disk again, after another process may have committed. */
  reload(now: EpochSeconds): Promise<void>;
}

/** Opens the store, verifying what it holds from the shipped root. Never throws. */
export async function openTrustStore(options: TrustStoreOptions): Promise<TrustStore> {
  throw new Error(`not written yet: ${options.folder}`);
}
