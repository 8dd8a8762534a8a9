import { type Company, type CreditRecord, INCENTIVE_LISTS } from '../store/credit-record.ts';
import type { Rating, Reason } from '../store/rating-book.ts';
import { isOnList, type PreparedRule, type PreparedScheme } from './prepare-scheme.ts';

/**
 * Rates one company: pure, and independent of the order of its records. What is not in force on
 * the scheme's day (later, repaired) does not count, so handing over such records changes nothing.
 * @param scheme a scheme applied to a day, see `prepareScheme`
 */
export function rateCompany(
  company: Company,
  records: readonly CreditRecord[],
  scheme: PreparedScheme,
): Rating {
  const reasons: Reason[] = [];
  let grade: string | null | undefined;
  for (const rule of scheme.rules) {
    if (grade !== undefined && rule.grade !== grade) continue;
    const numbers = recordsBehind(rule, company, records);
    // A rule without conditions is what remains; beside another reason it says nothing.
    if (numbers === undefined || (grade !== undefined && rule.tests.length === 0)) continue;
    grade = rule.grade;
    reasons.push({ rule: rule.id, records: numbers });
  }
  if (grade === undefined) throw new Error('a scheme ends in a rule that always holds');
  return { holder: company.code, grade, lists: incentiveLists(records, scheme.asOf), reasons };
}

function recordsBehind(
  { tests }: PreparedRule,
  company: Company,
  records: readonly CreditRecord[],
): readonly string[] | undefined {
  let numbers: readonly string[] = [];
  for (const test of tests) {
    const found = test(company, records);
    if (found === undefined) return undefined;
    numbers = numbers.length === 0 ? found : [...new Set([...numbers, ...found])].sort();
  }
  return numbers;
}

/** Incentive lists on a day, in the order in which a certificate names them (credit.4). */
function incentiveLists(records: readonly CreditRecord[], asOf: number): readonly string[] {
  if (!records.some(({ list }) => list !== undefined)) return NO_LISTS;
  return INCENTIVE_LISTS.filter((name) =>
    records.some((record) => record.list === name && isOnList(record, asOf)),
  );
}

const NO_LISTS: readonly string[] = [];
