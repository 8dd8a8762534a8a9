import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayOfDate,
  firstCountedDay,
  lastDayOf,
} from '../../authority/rating/calendar.ts';
import { loadScheme } from '../../authority/rating/load-scheme.ts';
import { prepareScheme } from '../../authority/rating/prepare-scheme.ts';
import { rateCompany } from '../../authority/rating/rate-company.ts';
import {
  type Company,
  CREDIT_LISTS,
  type CreditRecord,
  SEVERITIES,
} from '../../authority/store/credit-record.ts';

const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayOfDate(year, month, date) ?? Number.NaN;
};
const AS_OF = day('2026-11-01');
const { scheme } = loadScheme();
const prepared = prepareScheme(scheme, AS_OF);

const company: Company = {
  code: '91310114DEM10RGR32',
  name: '上海云杉样例有限公司',
  division: '310114',
  registered: day('2010-05-01'),
};

let count = 0;
function record(change: Partial<CreditRecord>): CreditRecord {
  return {
    number: `样例-${++count}`,
    kind: 'negative',
    severity: 'minor',
    authority: '样例局',
    date: day('2026-10-01'),
    corrected: undefined,
    repaired: undefined,
    list: undefined,
    until: undefined,
    ...change,
  };
}
const onList = (list: CreditRecord['list'], change: Partial<CreditRecord> = {}): CreditRecord =>
  record({ kind: 'positive', severity: undefined, list, date: day('2020-01-01'), ...change });
const gradeOf = (...records: CreditRecord[]): string | null =>
  rateCompany(company, records, prepared).grade;

describe('the default scheme', () => {
  const corrected = day('2026-10-20');

  it.each([
    ['A', 'nothing known', []],
    ['A', 'good information', [record({ kind: 'positive', severity: undefined })]],
    ['A+', 'the national list', [onList('national')]],
    ['A+', 'the city list', [onList('city')]],
    ['A+', 'the district list until today', [onList('district', { until: AS_OF })]],
    ['A', 'a list that ended yesterday', [onList('city', { until: AS_OF - 1 })]],
    ['A', 'a list from tomorrow on', [onList('city', { date: AS_OF + 1 })]],
    ['A', 'a list membership taken back', [onList('city', { repaired: AS_OF })]],
    [
      'A',
      'a list, and a record of five years ago',
      [onList('city'), record({ date: day('2021-11-01') })],
    ],
    ['A+', 'a list, and one a day older', [onList('city'), record({ date: day('2021-10-31') })]],
    ['A+', 'a list, and a repaired record', [onList('city'), record({ repaired: AS_OF })]],
    [
      'A',
      'a list, and a record repaired tomorrow',
      [onList('city'), record({ date: day('2024-01-01'), repaired: AS_OF + 1 })],
    ],
    ['B', 'a minor record, corrected', [record({ corrected })]],
    ['B', 'a minor record, corrected, and a list', [record({ corrected }), onList('national')]],
    ['C', 'a minor record', [record({})]],
    ['C', 'a minor record, corrected tomorrow', [record({ corrected: AS_OF + 1 })]],
    ['A', 'a minor record of three months and a day ago', [record({ date: day('2026-07-31') })]],
    ['C', 'a minor record of three months ago', [record({ date: day('2026-08-01') })]],
    ['C', 'an ordinary record, corrected', [record({ severity: 'ordinary', corrected })]],
    [
      'A',
      'an ordinary record older than a year',
      [record({ severity: 'ordinary', date: day('2025-10-31') })],
    ],
    ['D', 'a serious record', [record({ severity: 'serious', date: day('2023-11-01') })]],
    [
      'A',
      'a serious record older than three years',
      [record({ severity: 'serious', date: day('2023-10-31') })],
    ],
    ['A', 'a record of tomorrow', [record({ severity: 'serious', date: AS_OF + 1 })]],
    [
      'D',
      'the list of the untrustworthy',
      [record({ severity: 'serious', list: 'serious-untrustworthy', date: day('2015-01-01') })],
    ],
  ] as const)('gives %s for %s', (grade, _what, records) => {
    expect(gradeOf(...records)).toBe(grade);
  });

  it('does not rate a company younger than a year, or of unknown age, unless it is bad', () => {
    const young = { ...company, registered: day('2025-11-02') };
    const grade = (who: Company, ...records: CreditRecord[]): string | null =>
      rateCompany(who, records, prepared).grade;
    expect(grade(young)).toBeNull();
    expect(grade({ ...young, registered: day('2025-11-01') })).toBe('A');
    expect(grade({ ...young, registered: undefined }, onList('city'))).toBeNull();
    expect(grade(young, record({ corrected }))).toBeNull();
    expect(grade(young, record({ severity: 'serious' }))).toBe('D');
  });

  it('names every rule and record behind a grade', () => {
    const serious = record({ severity: 'serious' });
    const listed = record({ severity: 'serious', list: 'serious-untrustworthy' });
    const { reasons, lists } = rateCompany(company, [serious, listed, onList('city')], prepared);
    expect(reasons).toEqual([
      { rule: 'serious-list', records: [listed.number] },
      { rule: 'serious-record', records: [serious.number, listed.number] },
    ]);
    expect(lists).toEqual(['city']);
    expect(rateCompany(company, [], prepared).reasons).toEqual([{ rule: 'clean', records: [] }]);
  });
});

describe('the calendar', () => {
  it('ends a year from 29 February on 28 February', () => {
    expect(dateOfDay(lastDayOf(day('2024-02-29'), { years: 1 }))).toBe('2025-02-28');
    expect(dateOfDay(lastDayOf(day('2024-02-29'), { years: 4 }))).toBe('2028-02-29');
    expect(dateOfDay(lastDayOf(day('2026-11-30'), { months: 3 }))).toBe('2027-02-28');
    expect(dateOfDay(firstCountedDay(day('2025-02-28'), { years: 1 }))).toBe('2024-02-28');
    expect(dateOfDay(firstCountedDay(day('2025-03-01'), { years: 1 }))).toBe('2024-03-01');
  });

  it('counts exactly the events whose period has not ended', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    const period = fc.record({ months: fc.integer({ min: 1, max: 80 }) });
    fc.assert(
      fc.property(days, period, (asOf, span) => {
        const first = firstCountedDay(asOf, span);
        expect(lastDayOf(first, span)).toBeGreaterThanOrEqual(asOf);
        expect(lastDayOf(first - 1, span)).toBeLessThan(asOf);
      }),
    );
  });

  it('knows no 30 February', () => {
    expect(dayOfDate(2026, 2, 30)).toBeUndefined();
    expect(dayOfDate(26, 2, 3)).toBeUndefined();
    expect(dayOfDate(2026, 13, 1)).toBeUndefined();
    expect(dayOfDate(2024, 2, 29)).toBeDefined();
  });
});

const RANK = ['D', 'C', null, 'B', 'A', 'A+'];
const rankOf = (grade: string | null): number => RANK.indexOf(grade);

const days = fc.integer({ min: AS_OF - 2_400, max: AS_OF + 60 });
const maybeDay = fc.option(days, { nil: undefined });
const negative = fc.record({
  kind: fc.constant('negative' as const),
  severity: fc.constantFrom(...SEVERITIES),
  date: days,
  corrected: maybeDay,
  repaired: maybeDay,
  list: fc.constantFrom(undefined, undefined, 'serious-untrustworthy' as const),
  until: maybeDay,
});
const positive = fc.record({
  kind: fc.constant('positive' as const),
  severity: fc.constant(undefined),
  date: days,
  corrected: fc.constant(undefined),
  repaired: maybeDay,
  list: fc.constantFrom(undefined, ...CREDIT_LISTS.slice(0, 3)),
  until: maybeDay,
});
const numbered = (records: readonly Partial<CreditRecord>[]): CreditRecord[] =>
  records.map((value, index) => record({ ...value, number: `n${index}` }));
const someRecords = fc.array(fc.oneof(negative, positive), { maxLength: 8 }).map(numbered);
const someCompany = maybeDay.map((registered) => ({ ...company, registered }));

describe('whatever a company has', () => {
  it('a further negative record never raises its grade', () => {
    fc.assert(
      fc.property(someCompany, someRecords, negative, (who, records, further) => {
        const more = [...records, record({ ...further, number: 'further' })];
        const [before, after] = [
          rateCompany(who, records, prepared),
          rateCompany(who, more, prepared),
        ];
        expect(rankOf(after.grade)).toBeLessThanOrEqual(rankOf(before.grade));
      }),
      { seed: 2026, numRuns: 2_000 },
    );
  });

  it('a repaired or corrected negative record never lowers it', () => {
    fc.assert(
      fc.property(someCompany, someRecords, days, fc.boolean(), (who, records, when, isRepair) => {
        const before = rankOf(rateCompany(who, records, prepared).grade);
        for (const [index, value] of records.entries()) {
          if (value.kind === 'positive' || value[isRepair ? 'repaired' : 'corrected'] !== undefined)
            continue;
          const better = { ...value, [isRepair ? 'repaired' : 'corrected']: when };
          const changed = records.map((other, at) => (at === index ? better : other));
          const after = rateCompany(who, changed, prepared).grade;
          expect(rankOf(after)).toBeGreaterThanOrEqual(before);
        }
      }),
      { seed: 2026, numRuns: 2_000 },
    );
  });

  it('the order of its records does not matter, nor do records that cannot count', () => {
    const isRelevant = ({ kind, date, list, repaired }: CreditRecord): boolean =>
      date <= AS_OF &&
      (repaired === undefined || repaired > AS_OF) &&
      (list !== undefined || (kind === 'negative' && date >= prepared.since));
    const shuffled = someRecords.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );
    fc.assert(
      fc.property(someCompany, shuffled, (who, [records, mixed]) => {
        const rating = rateCompany(who, records, prepared);
        expect(rateCompany(who, mixed, prepared)).toEqual(rating);
        expect(rateCompany(who, records.filter(isRelevant), prepared)).toEqual(rating);
      }),
      { seed: 2026, numRuns: 2_000 },
    );
  });
});
