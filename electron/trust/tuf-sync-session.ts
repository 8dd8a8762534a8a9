import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import type { Result } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { SyncFolder } from './sync-folder.ts';
import type { TrustFailure } from './trust-failure.ts';

/** What a synchronisation of the metadata works with. */
export interface MetadataSync {
  readonly folder: SyncFolder;
  /** The shipped root of trust. */
  readonly rootJson: Uint8Array;
  readonly now: EpochSeconds;
  readonly tell: (step: 'root' | 'timestamp' | 'snapshot' | 'targets') => void;
}

/** What one part of the workflow gives. */
export type Step<Value> = Promise<Result<Value, TrustFailure>>;

/** The metadata trusted so far. */
export interface Session extends MetadataSync {
  readonly tuf: TrustedMetadataStore;
  /** Whether anything but timestamp and snapshot is new. */
  changed: boolean;
}
