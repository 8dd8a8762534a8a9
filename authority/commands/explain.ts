import { dateOfDay } from '../rating/calendar.ts';
import { DEFAULT_SCHEME_FILE, loadScheme } from '../rating/load-scheme.ts';
import type { RatingScheme } from '../rating/scheme.ts';
import type { CreditRecord } from '../store/credit-record.ts';
import type { Reason } from '../store/rating-book.ts';
import { type Command, optionOr } from './command.ts';
import { withCompany } from './company-argument.ts';

/** `explain DIR CODE`: why a company has its grade. For the office and the company only. */
export const explain: Command = {
  summary: 'tell why a company has its grade',
  usage: 'explain DIR CODE [--scheme FILE]',
  options: { scheme: { type: 'string' } },
  run: (input) =>
    withCompany(input, async (store, company) => {
      const rating = await store.ratings.rating(company.code);
      if (rating === undefined) throw new Error(`${company.code} was not rated yet`);
      const { scheme } = loadScheme(optionOr(input, 'scheme', '') || DEFAULT_SCHEME_FILE);
      const records = await store.companies.recordsOf(company.code);
      const history = await store.ratings.history(company.code);
      const asOf = dateOfDay(rating.asOf);
      const words = scheme.version === rating.scheme ? scheme : undefined;
      return {
        json: { ...rating, asOf, name: company.name, history },
        words: [
          `${company.code} ${company.name}`,
          `等级 grade: ${rating.grade ?? '未评级 not rated'}, ${asOf}, 规则 scheme ${rating.scheme}`,
          ...rating.reasons.flatMap((reason) => reasonWords(reason, words, records)),
          ...history.map(
            (change) =>
              `${dateOfDay(change.asOf)} 起 since then: ${change.grade ?? '未评级 not rated'}`,
          ),
        ],
      };
    }),
};

function reasonWords(
  reason: Reason,
  scheme: RatingScheme | undefined,
  records: readonly CreditRecord[],
): string[] {
  const words = scheme?.rules.find(({ id }) => id === reason.rule)?.words;
  return [
    `- ${reason.rule}`,
    ...(words === undefined ? [] : [`  ${words['zh-CN']}`, `  ${words.en}`]),
    ...reason.records.map((number) => `  · ${recordWords(number, records)}`),
  ];
}

function recordWords(number: string, records: readonly CreditRecord[]): string {
  const record = records.find((candidate) => candidate.number === number);
  if (record === undefined) return number;
  const { authority, date, severity, list } = record;
  return [number, authority, dateOfDay(date), severity, list].filter(Boolean).join(', ');
}
