import type { LogoFailure } from '../logo/read-logo.ts';
import type { CaFailure } from '../trust/sync-ca.ts';

/**
 * Where a value can come from, the strongest first. What the machine policy sets is locked: nobody
 * but the machine's administrator changes it, on the command line or in the staff menu.
 */
export const CONFIG_SOURCES = ['machine-policy', 'switch', 'site', 'local'] as const;
export type ConfigSource = (typeof CONFIG_SOURCES)[number];

/** The values of one source, not yet judged. */
export interface ConfigLayer {
  readonly source: ConfigSource;
  /** The file they stand in, or the command line. */
  readonly place: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Why a file or a value in it is not used. */
export type ConfigProblemReason =
  | 'file-missing'
  | 'file-unreadable'
  | 'file-too-large'
  | 'not-json'
  | 'not-an-object'
  | 'unknown-key'
  | 'bad-value'
  | 'ca-needs-https'
  | CaFailure
  | LogoFailure;

/** One thing wrong with the configuration, for the log and `--check-config`. */
export interface ConfigProblem {
  readonly source: ConfigSource;
  readonly place: string;
  /** Absent when the file as a whole cannot be used. */
  readonly key?: string;
  readonly reason: ConfigProblemReason;
  /** In English, for a technician; never holds a secret. */
  readonly detail?: string;
}
