import type { EpochSeconds } from '../../shared/time.ts';
import type { Cause } from './cause.ts';

/** How a company proves itself at the portal. The code itself is never kept. */
export interface AccessSecret {
  /** 16 random bytes. */
  readonly salt: Uint8Array;
  /** scrypt over the access code. */
  readonly hash: Uint8Array;
  /** scrypt's N, r and p, as JSON, so that they can be raised later. */
  readonly parameters: string;
}

export interface StoredAccess extends AccessSecret {
  readonly issuedAt: EpochSeconds;
  /** Failed attempts since the last success. */
  readonly failures: number;
  /** No attempt is taken before this moment; `0` when not locked. */
  readonly lockedUntil: EpochSeconds;
}

/** What the portal needs at its door. */
export interface AccessGate {
  access(holder: string): Promise<StoredAccess | undefined>;
  /** Counts a failed attempt, by one atomic step, and gives the failures so far; 0 without a code. */
  noteFailure(holder: string): Promise<number>;
  /** Takes no attempt before a moment; in the journal. */
  lock(holder: string, until: EpochSeconds, cause: Cause): Promise<void>;
  /** A success ends the count of failures. */
  noteSuccess(holder: string): Promise<void>;
}

/** Access codes, as the office hands them out. */
export interface AccessBook extends AccessGate {
  /** Gives a company a new code, the old one ends, locks are lifted. False for an unknown company. */
  setSecret(holder: string, secret: AccessSecret, cause: Cause): Promise<boolean>;
}
