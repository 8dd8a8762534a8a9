import type { OfficeStore } from '../store/office-store.ts';
import type { StoredRating } from '../store/rating-book.ts';
import type { CertificatePlan } from './certificate-plan.ts';

/** Certificates of one transaction: enough to share its cost, few enough to keep in memory. */
const PAGE = 500;

type RatedStore = Pick<OfficeStore, 'companies' | 'ratings'>;

/** The plans for every company of a grade, by its current rating. */
export async function* plansOfGrade(
  store: RatedStore,
  grade: string,
): AsyncGenerator<readonly CertificatePlan[]> {
  let last = '';
  for (;;) {
    const ratings = await store.ratings.ratingsAfter(last, PAGE, grade);
    if (ratings.length > 0) yield await plansOf(store, ratings);
    if (ratings.length < PAGE) return;
    last = ratings.at(-1)?.holder ?? last;
  }
}

/** The plans for companies by their codes. Throws for one that the office did not rate. */
export async function* plansOfCompanies(
  store: RatedStore,
  codes: Iterable<string>,
): AsyncGenerator<readonly CertificatePlan[]> {
  let ratings: StoredRating[] = [];
  for (const code of new Set(codes)) {
    const rating = await store.ratings.rating(code);
    if (rating === undefined) throw new Error(`${code} was not rated yet`);
    ratings.push(rating);
    if (ratings.length < PAGE) continue;
    yield await plansOf(store, ratings);
    ratings = [];
  }
  if (ratings.length > 0) yield await plansOf(store, ratings);
}

async function plansOf(
  { companies }: RatedStore,
  ratings: readonly StoredRating[],
): Promise<readonly CertificatePlan[]> {
  const plans: CertificatePlan[] = [];
  for (const { holder, grade, asOf, lists } of ratings) {
    const company = await companies.company(holder);
    if (company === undefined) throw new Error(`the office knows no company ${holder}`);
    if (grade === null) throw new Error(`${holder} is not rated: there is nothing to certify`);
    plans.push({ holder, holderName: company.name, grade, evaluated: asOf, lists });
  }
  return plans;
}
