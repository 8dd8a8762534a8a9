import type { ShanghaiDay } from '../../shared/time.ts';
import type { Company, CreditList, CreditRecord, Severity } from '../store/credit-record.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * What an invented register is like: most companies are clean and have only ordinary good
 * information; one in six has something against it, mostly minor, old, or repaired; a few stand on
 * a list.
 */
const MIX = {
  /** Positive records of a company: up to twice this, evenly. */
  meanPositive: 5.5,
  hasNegative: 0.16,
  /** Another one, after each. */
  hasAnother: 0.45,
  minor: 0.7,
  ordinary: 0.25,
  corrected: 0.7,
  repaired: 0.4,
  lists: [
    ['national', 0.004],
    ['city', 0.01],
    ['district', 0.02],
    ['serious-untrustworthy', 0.003],
  ] as const satisfies readonly (readonly [CreditList, number])[],
  listHasEnd: 0.5,
} as const;

const YEAR_DAYS = 365;
const LOOK_BACK_DAYS = 6 * YEAR_DAYS;

const AUTHORITIES = [
  ...(['样例市场监督管理局', '样例税务局', '样例应急管理局', '样例生态环境局'] as const),
  ...(['样例人力资源和社会保障局', '样例住房保障局', '样例人民法院', '样例交通委员会'] as const),
] as const;

/** The day records are invented for, and where chance comes from. */
export interface RecordSource {
  readonly asOf: ShanghaiDay;
  readonly random: SeededRandom;
}

/** Invents the records of a company, numbered from 1 within it. */
export function inventedRecords(company: Company, source: RecordSource): readonly CreditRecord[] {
  const { random } = source;
  const records: CreditRecord[] = [];
  const add = (record: Omit<CreditRecord, 'number' | 'authority' | 'date'>, date: number): void => {
    const number = `样例〔${2020 + (records.length % 7)}〕${company.code.slice(11, 16)}-${records.length + 1}`;
    records.push({ number, authority: random.pick(AUTHORITIES), date, ...record });
  };
  const positives = random.below(2 * MIX.meanPositive + 1);
  for (let count = 0; count < positives; count++) add(POSITIVE, pastDay(source));
  if (random.chance(MIX.hasNegative)) {
    do {
      const date = pastDay(source);
      add(negative(date, source), date);
    } while (random.chance(MIX.hasAnother));
  }
  for (const [list, probability] of MIX.lists) {
    if (random.chance(probability)) add(...membership(list, source));
  }
  return records;
}

const NOTHING = { severity: undefined, corrected: undefined, repaired: undefined };
const POSITIVE = { ...NOTHING, kind: 'positive', list: undefined, until: undefined } as const;

function negative(
  date: ShanghaiDay,
  source: RecordSource,
): Omit<CreditRecord, 'number' | 'authority' | 'date'> {
  const { random } = source;
  const corrected = date + random.below(120);
  const repaired = corrected + 30 + random.below(YEAR_DAYS);
  const isCorrected = random.chance(MIX.corrected) && corrected <= source.asOf;
  const isRepaired = random.chance(MIX.repaired) && isCorrected && repaired <= source.asOf;
  return {
    kind: 'negative',
    severity: inventedSeverity(random),
    corrected: isCorrected ? corrected : undefined,
    repaired: isRepaired ? repaired : undefined,
    list: undefined,
    until: undefined,
  };
}

function inventedSeverity(random: SeededRandom): Severity {
  const share = random.next();
  if (share < MIX.minor) return 'minor';
  return share < MIX.minor + MIX.ordinary ? 'ordinary' : 'serious';
}

function membership(
  list: CreditList,
  source: RecordSource,
): [Omit<CreditRecord, 'number' | 'authority' | 'date'>, ShanghaiDay] {
  const { random } = source;
  const from = pastDay(source);
  const until = random.chance(MIX.listHasEnd)
    ? from + YEAR_DAYS * (1 + random.below(5))
    : undefined;
  const isAgainst = list === 'serious-untrustworthy';
  const weight = isAgainst
    ? ({ kind: 'negative', severity: 'serious' } as const)
    : ({ kind: 'positive', severity: undefined } as const);
  return [{ ...NOTHING, ...weight, list, until }, from];
}

function pastDay({ asOf, random }: RecordSource): ShanghaiDay {
  return asOf - random.below(LOOK_BACK_DAYS);
}
