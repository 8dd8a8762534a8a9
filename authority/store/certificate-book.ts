import type { StatusReference } from '../../shared/certificate/claims.ts';
import type { EpochSeconds, ShanghaiDay } from '../../shared/time.ts';
import type { CertificateStatus } from '../../shared/trust/status-list.ts';
import type { Cause } from './cause.ts';

/** What the office can say about a certificate; those of the status lists. */
export const CERTIFICATE_STATES = ['valid', 'revoked', 'suspended', 'superseded'] as const;

/** Why a certificate is no longer simply valid; a class, never the matter itself. */
export const REASON_CLASSES = [
  'new-rating',
  'newer-certificate',
  'issued-in-error',
  'holder-request',
  'holder-dissolved',
  'key-compromised',
  'under-review',
  'review-ended',
] as const;
export type ReasonClass = (typeof REASON_CLASSES)[number];

/** A certificate that is ready to be noted; its index was reserved before it was signed. */
export interface NewCertificate {
  /** Certificate number, upper-case hex. */
  readonly number: string;
  readonly holder: string;
  readonly status: StatusReference;
  readonly issuedAt: EpochSeconds;
  readonly expiresAt: EpochSeconds;
  readonly grade: string;
  readonly evaluated: ShanghaiDay;
  /** Incentive lists it states. */
  readonly lists: readonly string[];
  readonly suite: string;
  /** Hex. */
  readonly kid: string;
  /** What the QR code holds, `PCC1:…`. */
  readonly text: string;
}

export interface StoredCertificate extends NewCertificate {
  readonly state: CertificateStatus;
  /** Missing while it has never changed its state. */
  readonly reason: ReasonClass | undefined;
}

/** A change of state that was asked for. */
export interface StateChange {
  readonly number: string;
  readonly state: 'valid' | 'revoked' | 'suspended';
  readonly reason: ReasonClass;
}

/** Revoked and superseded are final; only a suspended certificate becomes valid again. */
export type StateChangeResult = 'changed' | 'unknown-certificate' | 'not-possible';

/** A status list and how far its indexes are given away. */
export interface StatusListSummary {
  readonly name: string;
  readonly size: number;
  readonly reserved: number;
}

/** What a status list says of its indexes; all others are valid. */
export type StatusExceptions = ReadonlyMap<number, Exclude<CertificateStatus, 'valid'>>;

export interface CertificateReader {
  certificate(number: string): Promise<StoredCertificate | undefined>;
  /** The newest certificate of a company, whatever its state. */
  newestOf(holder: string): Promise<StoredCertificate | undefined>;
  /** All certificates of a company, newest first. */
  allOf(holder: string): Promise<readonly StoredCertificate[]>;
  /** Every list that indexes were reserved from, oldest first. */
  statusLists(): Promise<readonly StatusListSummary[]>;
  /** Everything on a list that is not simply valid, by index: what `writeStatusList` takes. */
  exceptionsOf(list: string): Promise<StatusExceptions>;
}

export interface CertificateBook extends CertificateReader {
  /**
   * Reserves status indexes, at random within a list and never again in the life of the office.
   * They are on the disk when the promise is fulfilled: sign and hand out only then. What is
   * reserved and never used stays unused.
   * @param issuer division code; the lists are named `status/<issuer>-<n>`
   */
  reserve(issuer: string, count: number): Promise<readonly StatusReference[]>;
  /**
   * Notes certificates, all or none; older ones of the same companies that are valid or suspended
   * become `superseded`. Throws when an index was not reserved or is taken.
   */
  add(certificates: readonly NewCertificate[], cause: Cause): Promise<void>;
  change(change: StateChange, cause: Cause): Promise<StateChangeResult>;
}
