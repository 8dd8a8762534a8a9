import type { EpochSeconds } from '../../shared/time.ts';

/** One line of the office's journal. */
export interface JournalEntry {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  readonly at: EpochSeconds;
  readonly who: string;
  /** What was done: `certificate-issued`, `import-committed`, … */
  readonly what: string;
  /** What it was done to: a certificate number, a company code, the number of a run. */
  readonly subject: string;
  readonly why: string;
  /** Particulars, as JSON. */
  readonly detail: string;
  /** SHA-256, hex, over this line and the hash of the line before. */
  readonly hash: string;
}

/** Whether the journal is as it was written. */
export type JournalCheck =
  | { readonly ok: true; readonly entries: number; readonly lastHash: string }
  | { readonly ok: false; readonly brokenAt: number };

/**
 * Reads the append-only journal. Nobody writes it by itself: every verb of the store adds its own
 * lines within its own transaction.
 */
export interface Journal {
  /** The lines behind a sequence number, `0` to start. */
  entriesAfter(sequence: number, limit: number): Promise<readonly JournalEntry[]>;
  /** The lines about one certificate, company or run, oldest first. */
  entriesAbout(subject: string): Promise<readonly JournalEntry[]>;
  /** Recomputes every hash. A journal cut off at its end is found only by who kept an older `lastHash`. */
  check(): Promise<JournalCheck>;
}
