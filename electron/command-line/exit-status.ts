import type { Outcome } from '../../shared/verify/verdict.ts';

/** Wrong usage, as in sysexits.h (EX_USAGE). */
export const EXIT_USAGE = 64;

/** The output file cannot be written, as in sysexits.h (EX_CANTCREAT). */
export const EXIT_CANNOT_WRITE = 73;

/** An error of the program itself (EX_SOFTWARE): nothing may be concluded from the run. */
export const EXIT_INTERNAL_ERROR = 70;

/** Ended because nobody reads the output any more, as a shell reports it: 128 + SIGPIPE. */
export const EXIT_BROKEN_PIPE = 141;

const STATUS_BY_OUTCOME: Readonly<Record<Outcome, number>> = {
  accepted: 0,
  refused: 1,
  undecided: 2,
  'not-a-certificate': 3,
};

/** The exit status of one verdict; of a whole run the largest applies. */
export function exitStatusOf(outcome: Outcome): number {
  return STATUS_BY_OUTCOME[outcome];
}
