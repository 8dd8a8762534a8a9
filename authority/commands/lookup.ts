import { dateOfDay } from '../rating/calendar.ts';
import type { StoredCertificate } from '../store/certificate-book.ts';
import type { Command } from './command.ts';
import { withCompany } from './company-argument.ts';

/** `lookup DIR CODE`: a company's current grade and its newest certificate. */
export const lookup: Command = {
  summary: "show a company's grade and certificate",
  usage: 'lookup DIR CODE',
  options: {},
  run: (input) =>
    withCompany(input, async (store, company) => {
      const rating = await store.ratings.rating(company.code);
      const certificate = await store.certificates.newestOf(company.code);
      const grade = rating?.grade ?? null;
      const evaluated = rating === undefined ? null : dateOfDay(rating.asOf);
      const lists = rating?.lists ?? [];
      return {
        json: { ...company, grade, evaluated, lists, certificate: certificate ?? null },
        words: [
          `${company.code} ${company.name}`,
          `grade: ${grade ?? 'not rated'}${evaluated === null ? '' : `, evaluated ${evaluated}`}`,
          ...(lists.length > 0 ? [`lists: ${lists.join(', ')}`] : []),
          ...certificateWords(certificate),
        ],
      };
    }),
};

function certificateWords(certificate: StoredCertificate | undefined): string[] {
  if (certificate === undefined) return ['no certificate'];
  const { number, state, reason, grade, expiresAt, text } = certificate;
  const until = new Date(expiresAt * 1_000).toISOString();
  return [
    `certificate ${number}: ${state}${reason === undefined ? '' : ` (${reason})`}, grade ${grade}, until ${until}`,
    text,
  ];
}
