import type { EpochSeconds } from '../../shared/time.ts';

/** Who changes something, when and why; every change carries one into the journal. */
export interface Cause {
  readonly who: string;
  readonly at: EpochSeconds;
  /** Free text, `''` when nothing is to be said. */
  readonly why: string;
}
