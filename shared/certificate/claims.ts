import type { EpochSeconds, ShanghaiDay } from '../time.ts';

/** What an issuer says about a company. Source: RFC 8392 (CWT claims) and the credit claim of this product. */
export interface CertificateClaims {
  /** Six-digit division code of the issuing office (GB/T 2260). */
  readonly issuer: string;
  /** Unified social credit code of the company. */
  readonly holderCode: string;
  readonly issuedAt: EpochSeconds;
  readonly notBefore: EpochSeconds;
  readonly expiresAt: EpochSeconds;
  readonly number: Uint8Array;
  readonly status: StatusReference;
  readonly credit: CreditClaim;
}

/** Where the office says whether the certificate still holds (Token Status List). */
export interface StatusReference {
  /** Index within the list. */
  readonly index: number;
  /** Name of the list in the trust repository, `status/<name>`. */
  readonly list: string;
}

export interface CreditClaim {
  readonly holderName: string;
  readonly grade: string;
  readonly evaluated: ShanghaiDay;
  /** Incentive and key-support lists the company stands on. */
  readonly lists: readonly string[];
  /** Seconds a short-lived on-screen code is valid after `issuedAt`; absent on an ordinary certificate. */
  readonly presentation?: number;
}

/** Claim keys of the CWT payload. */
export const CLAIM = {
  issuer: 1,
  subject: 2,
  expires: 4,
  notBefore: 5,
  issuedAt: 6,
  number: 7,
  status: 65_535,
  credit: -70_001,
} as const;

/** Keys inside the status claim and its list reference. */
export const STATUS_KEY = { list: 'status_list', index: 'idx', uri: 'uri' } as const;

/** Keys inside the credit claim. */
export const CREDIT_KEY = { name: 1, grade: 2, evaluated: 3, lists: 4, presentation: 5 } as const;
