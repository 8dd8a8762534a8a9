import type { EpochSeconds } from '../shared/time.ts';

/** Where the services get the time from; sampled once per scan. */
export interface Clock {
  now(): EpochSeconds;
}

/** What a log line may carry. Never a scanned text, a company name or a certificate number. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** The terminal's own log: what happened to the program, never what a visitor showed. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs an exception without its message, which may quote the input that caused it. */
  error(event: string, cause: unknown): void;
}

/** Remembers across restarts when the last scan was made (high-water mark). */
export interface LastScanStore {
  /** `undefined` when no scan was ever made or the memory cannot be read. */
  load(): Promise<EpochSeconds | undefined>;
  save(time: EpochSeconds): Promise<void>;
}
