import { createHash, type Hash } from 'node:crypto';
import type { Cause } from '../store/cause.ts';
import type { OfficeStore } from '../store/office-store.ts';
import type { Rating, RatingRunOutcome } from '../store/rating-book.ts';
import type { LoadedScheme } from './load-scheme.ts';
import { prepareScheme } from './prepare-scheme.ts';
import { rateCompany } from './rate-company.ts';

/** What a run is to do. */
export interface RateRequest {
  readonly asOf: number;
  readonly scheme: LoadedScheme;
  readonly cause: Cause;
  /** Takes the results as lines of JSON in order of the companies' codes, page by page. */
  readonly onLines?: ((lines: string) => void) | undefined;
}

export interface RateOutcome extends RatingRunOutcome {
  /** SHA-256, hex, over all lines: same input, day and scheme give the same. */
  readonly digest: string;
}

/** Companies a transaction: some tens of milliseconds, and a few megabytes of memory. */
const PAGE = 4_000;

/** Rates every company of a store, in order of codes. */
export async function rateAll(store: OfficeStore, request: RateRequest): Promise<RateOutcome> {
  const { asOf, scheme, cause, onLines } = request;
  const prepared = prepareScheme(scheme.scheme, asOf);
  const plan = { asOf, scheme: prepared.version, schemeDigest: scheme.digest };
  const run = await store.ratings.startRun(plan, cause);
  const digest = createHash('sha256');
  let last = '';
  for (;;) {
    const files = await store.companies.filesAfter(last, PAGE, prepared);
    const ratings = files.map(({ company, records }) => rateCompany(company, records, prepared));
    await run.put(ratings);
    tell(ratings, digest, onLines);
    last = ratings.at(-1)?.holder ?? last;
    if (files.length < PAGE) break;
  }
  const result = digest.digest('hex');
  return { ...(await run.complete(result)), digest: result };
}

function tell(ratings: readonly Rating[], digest: Hash, onLines: RateRequest['onLines']): void {
  const lines = ratings.map((rating) => `${JSON.stringify(rating)}\n`).join('');
  digest.update(lines);
  onLines?.(lines);
}
