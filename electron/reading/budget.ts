import {
  FILE_BUDGET_MS,
  MOST_FILE_BUDGET_MS,
  MOST_STEP_BUDGET_MS,
  MS_PER_MEGABYTE,
} from './limits.ts';

/**
 * The work a file may ask for. A hostile file asks for far more than it gives, so what it gives
 * counts: its bytes, and every page that was looked at. A small one that drags on is given up after
 * 1.4 seconds of work, two hundred pages of text are read to the end.
 */
export interface Budget {
  /** Milliseconds of work so far, where the runtime says, else of time. */
  readonly clock: () => number;
  /** Moment of the clock after which nothing more is begun, so that what was found can still be told. */
  readonly deadline: () => number;
  /** More may be asked for now, because a part of the file is done. */
  readonly earn: (milliseconds: number) => void;
}

/** Opens the budget of a file. */
export function openBudget(clock: () => number, fileBytes: number): Budget {
  const opened = clock();
  let allowed = FILE_BUDGET_MS + forBytes(fileBytes);
  return {
    clock,
    deadline: () => opened + Math.min(allowed, MOST_FILE_BUDGET_MS),
    earn: (milliseconds) => {
      allowed += milliseconds;
    },
  };
}

/** Milliseconds of work for one step of a file: opening, one page, one attempt on one picture. */
export function stepBudget(fileBytes: number): number {
  return Math.min(FILE_BUDGET_MS + forBytes(fileBytes), MOST_STEP_BUDGET_MS);
}

function forBytes(fileBytes: number): number {
  return (fileBytes / 1_048_576) * MS_PER_MEGABYTE;
}
