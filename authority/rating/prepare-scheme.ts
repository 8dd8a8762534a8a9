import type { ShanghaiDay } from '../../shared/time.ts';
import type { Company, CreditRecord, Severity } from '../store/credit-record.ts';
import { type CalendarPeriod, firstCountedDay } from './calendar.ts';
import type { Condition, NegativeRecords, RatingScheme } from './scheme.ts';

/** A scheme applied to a day: its periods have become days, so that nothing is left to compute. */
export interface PreparedScheme {
  readonly version: string;
  readonly asOf: ShanghaiDay;
  /** No negative record of an earlier day can matter. */
  readonly since: ShanghaiDay;
  readonly rules: readonly PreparedRule[];
}

export interface PreparedRule {
  readonly id: string;
  readonly grade: string | null;
  readonly tests: readonly Test[];
}

/** Numbers of the records by which a condition holds, or `undefined` when it does not. */
export type Test = (
  company: Company,
  records: readonly CreditRecord[],
) => readonly string[] | undefined;

/** Turns the rules of a scheme into tests for one day. */
export function prepareScheme(scheme: RatingScheme, asOf: ShanghaiDay): PreparedScheme {
  const rules = scheme.rules.map(({ id, grade, conditions }) => ({
    id,
    grade,
    tests: conditions.map((condition) => prepareTest(condition, asOf)),
  }));
  const periods = scheme.rules.flatMap(({ conditions }) => conditions.flatMap(periodsOf));
  const since = Math.min(asOf, ...periods.map((period) => firstCountedDay(asOf, period)));
  return { version: scheme.version, asOf, since, rules };
}

/** Whether a record is in force on a day: decided, and not repaired. */
export function isInForce(record: CreditRecord, asOf: ShanghaiDay): boolean {
  return record.date <= asOf && (record.repaired === undefined || record.repaired > asOf);
}

/** Whether a record puts its company on its list on a day. */
export function isOnList(record: CreditRecord, asOf: ShanghaiDay): boolean {
  const hasEnded = record.until !== undefined && record.until < asOf;
  return record.list !== undefined && !hasEnded && isInForce(record, asOf);
}

function periodsOf(condition: Condition): readonly CalendarPeriod[] {
  return 'records' in condition ? [condition.records.within] : [];
}

const HOLDS: readonly string[] = [];

function prepareTest(condition: Condition, asOf: ShanghaiDay): Test {
  switch (condition.if) {
    case 'any-record': {
      const isMeant = prepareNegative(condition.records, asOf);
      return (_company, records) => numbersOrNothing(records, isMeant);
    }
    case 'no-record': {
      const isMeant = prepareNegative(condition.records, asOf);
      return (_company, records) => (records.some(isMeant) ? undefined : HOLDS);
    }
    case 'on-any-list': {
      const lists = new Set<string>(condition.lists);
      const isMeant = (record: CreditRecord): boolean =>
        record.list !== undefined && lists.has(record.list) && isOnList(record, asOf);
      return (_company, records) => numbersOrNothing(records, isMeant);
    }
    case 'younger-than': {
      // Exactly so old on its anniversary: the period of its first year ends that day.
      const oldEnough = firstCountedDay(asOf, condition.age);
      return ({ registered }) =>
        registered === undefined || registered > oldEnough ? HOLDS : undefined;
    }
  }
}

function numbersOrNothing(
  records: readonly CreditRecord[],
  isMeant: (record: CreditRecord) => boolean,
): readonly string[] | undefined {
  // Most companies have nothing that counts.
  if (!records.some(isMeant)) return undefined;
  return records
    .filter(isMeant)
    .map(({ number }) => number)
    .sort();
}

function prepareNegative(
  { severities, within, corrected }: NegativeRecords,
  asOf: ShanghaiDay,
): (record: CreditRecord) => boolean {
  const since = firstCountedDay(asOf, within);
  const wanted = new Set<Severity | undefined>(severities);
  return (record) =>
    record.kind === 'negative' &&
    wanted.has(record.severity) &&
    record.date >= since &&
    isInForce(record, asOf) &&
    (corrected === undefined || corrected === isCorrected(record, asOf));
}

function isCorrected({ corrected }: CreditRecord, asOf: ShanghaiDay): boolean {
  return corrected !== undefined && corrected <= asOf;
}
