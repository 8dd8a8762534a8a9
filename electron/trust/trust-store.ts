import type { Result } from '../../shared/result.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { HighWaterMarks } from './high-water-marks.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { CommitRecord } from './trust-store-commit.ts';
import { realDisk, type TrustDisk } from './trust-store-disk.ts';
import { createStoreState } from './trust-store-state.ts';
import { createWriter } from './trust-store-writer.ts';
import type { VerifiedRepository } from './verify-repository.ts';

/** Where a trust store lives and what it starts from. */
export interface TrustStoreOptions {
  /** Folder of the store, made when it is not there. */
  readonly folder: string;
  /** The shipped root of trust. */
  readonly rootJson: Uint8Array;
  /** The repository folder inside the installer: generation 0. */
  readonly factoryFolder?: string | undefined;
  /** For tests of full and failing disks. */
  readonly disk?: TrustDisk;
}

/** The state in use. */
export interface CurrentTrust {
  readonly bundle: TrustBundle;
  readonly source: 'current' | 'previous' | 'factory';
  /** Why it is not the newest this machine has held; empty when it is. */
  readonly degraded: readonly TrustFailure[];
  readonly versions: VerifiedRepository['versions'];
  readonly expires: VerifiedRepository['expires'];
  /** Its repository folder, for reading only, and the paths in it that were verified. */
  readonly folder: string;
  readonly usedPaths: readonly string[];
}

/** A copy of the current state to change as one likes; nothing in it is trusted before `commit`. */
export interface Staging {
  /** A repository folder: `metadata/` and `targets/`, both there, perhaps empty. */
  readonly folder: string;
}

/**
 * The trust data on the disk: generations, of which a commit adds one as a whole or not at all.
 * Failures are values, and whatever they are, the state held before stays in use. Reading needs no
 * lock, so that a second process, or a folder that cannot be written, never stops a terminal.
 */
export interface TrustStore {
  readonly rootJson: Uint8Array;
  current(): CurrentTrust | undefined;
  /** What else was found wrong, but costs nothing, for the log. */
  notes(): readonly TrustFailure[];
  marks(): HighWaterMarks | undefined;
  /** Takes the lock and copies the state on the disk. `busy` while somebody else changes the store. */
  beginStaging(): Promise<Result<Staging, TrustFailure>>;
  /** Verifies the folder completely and makes it current. Whatever the answer, the staging is over. */
  commit(staging: Staging, record: CommitRecord): Promise<Result<CurrentTrust, TrustFailure>>;
  abandon(staging: Staging): Promise<void>;
  /** Reads the disk again, after another process may have committed. */
  reload(): Promise<void>;
}

/** Opens the store, verifying what it holds from the shipped root. Never throws. */
export async function openTrustStore(options: TrustStoreOptions): Promise<TrustStore> {
  const disk = options.disk ?? realDisk;
  const state = createStoreState(options);
  const writer = createWriter(disk, state);
  await writer.tidy();
  return {
    rootJson: options.rootJson,
    current: state.current,
    notes: state.notes,
    marks: state.marks,
    beginStaging: writer.beginStaging,
    commit: writer.commit,
    abandon: writer.abandon,
    reload: state.reload,
  };
}
