import type { ShanghaiDay } from '../../shared/time.ts';

/** Why a company has its grade: a rule of the scheme and the records that it spoke about. */
export interface Reason {
  readonly rule: string;
  /** Numbers of the company's records, in order; none when the rule spoke about their absence. */
  readonly records: readonly string[];
}

/** The grade of one company. Its reasons stay at the office. */
export interface Rating {
  readonly holder: string;
  /** A code of the scale, or `null`: not rated. */
  readonly grade: string | null;
  /** Incentive lists the company stands on that day: `national`, `city`, `district`. */
  readonly lists: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A rating as the last completed run left it. */
export interface StoredRating extends Rating {
  readonly run: number;
  readonly asOf: ShanghaiDay;
  /** Version of the scheme of rules. */
  readonly scheme: string;
}

/** What a run is made with. */
export interface RatingRunPlan {
  readonly asOf: ShanghaiDay;
  readonly scheme: string;
  /** SHA-256, hex, of the scheme as it was applied. */
  readonly schemeDigest: string;
}

export interface RatingRunOutcome {
  readonly run: number;
  readonly rated: number;
  /** Companies by grade; `-` for those not rated. */
  readonly grades: Readonly<Record<string, number>>;
  /** Companies whose grade differs from the run before, first ratings included. */
  readonly changed: number;
  /** Certificates that the run made out of date; they are `superseded` now. */
  readonly superseded: number;
}

/**
 * A run over all companies, in transactions of the caller's size. What it puts is seen by nobody
 * before `complete` makes it the current run, by one small transaction. A run that was cut off
 * leaves nothing to clean up: the next one writes over it.
 */
export interface RatingRun {
  readonly run: number;
  put(ratings: readonly Rating[]): Promise<void>;
  /** @param digest SHA-256, hex, over all results in order; for the journal */
  complete(digest: string): Promise<RatingRunOutcome>;
}

export interface RatingReader {
  /** Undefined before the first run, and for a company imported since. */
  rating(holder: string): Promise<StoredRating | undefined>;
  /**
   * The next ratings in order of the companies' codes, `''` to start.
   * @param grade only those of this grade
   */
  ratingsAfter(holder: string, limit: number, grade?: string): Promise<readonly StoredRating[]>;
  /** Grades a company has had: of each change the run, its day, and the grade from then on. */
  history(holder: string): Promise<readonly GradeChange[]>;
}

export interface GradeChange {
  readonly run: number;
  readonly asOf: ShanghaiDay;
  readonly grade: string | null;
}
