import type { Verdict } from '../../shared/verify/verdict.ts';
import type { Source, Unreadable } from './read-item.ts';

/** One thing read and judged: what one line of output is about. */
export interface JudgedItem {
  readonly source: Source;
  /** For an unreadable input the verdict on an empty text. */
  readonly verdict: Verdict;
  readonly error?: Unreadable;
}
