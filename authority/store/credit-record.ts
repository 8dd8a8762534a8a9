import type { ShanghaiDay } from '../../shared/time.ts';

/** How heavy a negative record is. Source of the three classes: NDRC Order 36 (2026). */
export const SEVERITIES = ['minor', 'ordinary', 'serious'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Lists that speak for a company; their names are those of the certificate (credit.4). */
export const INCENTIVE_LISTS = ['national', 'city', 'district'] as const;

/** Every list a record can state membership of. */
export const CREDIT_LISTS = [...INCENTIVE_LISTS, 'serious-untrustworthy'] as const;
export type CreditList = (typeof CREDIT_LISTS)[number];

/** A company as its register knows it. */
export interface Company {
  /** Unified social credit code, 18 characters (GB 32100). */
  readonly code: string;
  readonly name: string;
  /** Division code of the registration authority, 6 digits (GB/T 2260). */
  readonly division: string;
  /** Day of registration; missing when the source did not tell. */
  readonly registered: ShanghaiDay | undefined;
}

/** One piece of public credit information about a company. Days are calendar days in Shanghai. */
export interface CreditRecord {
  /** Number of the decision: with the company's code it identifies the record. */
  readonly number: string;
  readonly kind: 'positive' | 'negative';
  /** Given for every negative record, never for a positive one. */
  readonly severity: Severity | undefined;
  /** Who decided. */
  readonly authority: string;
  /** Day of the decision; for a list, the first day on it. */
  readonly date: ShanghaiDay;
  /** Day on which the company had put the matter right; the record goes on counting, but weighs less. */
  readonly corrected: ShanghaiDay | undefined;
  /** Day of credit repair; from this day on the record does not count at all. */
  readonly repaired: ShanghaiDay | undefined;
  /** The list that the company stands on by this record. */
  readonly list: CreditList | undefined;
  /** Last day on the list; open when missing. */
  readonly until: ShanghaiDay | undefined;
}

/** A company with what the office knows about it, records in order of their numbers. */
export interface CompanyFile {
  readonly company: Company;
  readonly records: readonly CreditRecord[];
}
