import type { ShanghaiDay } from '../../shared/time.ts';
import { lastDayOf } from '../rating/calendar.ts';
import type { Rule } from '../rating/scheme.ts';
import type { CreditRecord } from '../store/credit-record.ts';

/** The last day on which a record counts by a rule, or undefined where the rule sets no end. */
export function countsUntil(rule: Rule, record: CreditRecord): ShanghaiDay | undefined {
  if (record.list !== undefined) return record.until;
  const ends = rule.conditions.flatMap((condition) =>
    condition.if === 'any-record' ? [lastDayOf(record.date, condition.records.within)] : [],
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
}
