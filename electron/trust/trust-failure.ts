import type { TrustFailureCode } from '../../shared/trust/trust-failure-codes.ts';

export type { TrustFailureCode } from '../../shared/trust/trust-failure-codes.ts';

/** A failure with what a technician needs to find it; never shown to a visitor. */
export interface TrustFailure {
  readonly code: TrustFailureCode;
  /** File or role concerned, for example `snapshot` or `targets/issuers.json`. */
  readonly subject?: string;
  readonly detail?: string;
}
