import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Language } from '../text/language.ts';

/** What most companies' names are made of. */
const COMPANY_WORDS =
  '省市县区有限责任公司股份集团科技贸易商实业发展信息技术建设工程服务中心第一厂店';
/** Characters laid out at a time: few enough that a slow machine is done in a frame or two. */
const CHARACTERS_AT_ONCE = 6;

/** A few characters in the look of one kind of words. */
export interface RehearsedLine {
  /** Class of a kind of words on the screen of answers. */
  readonly look: string;
  readonly words: string;
}

/** The words of answers, in lines of a few characters; in each look every character stands once. */
export function rehearsedLines(
  texts: Catalogue,
  language: Language,
  policy: ShownPolicy | undefined,
): readonly RehearsedLine[] {
  const { verdict, foreign, failure, greenChannel, services, reason, certificate, note } = texts;
  const outcomes = [verdict, foreign, failure].map(wordsIn).join('');
  const grades = (policy?.scale ?? []).map(
    ({ name, meaning }) => name[language] + meaning[language],
  );
  const offered = (policy?.services ?? []).map(({ name, perks }) =>
    [name, ...perks].map((text) => text[language]).join(''),
  );
  const small = wordsIn([reason, certificate, note, services]) + [...offered, ...grades].join('');
  return [
    ...chunks('answer-headline', outcomes),
    ...chunks('next-step', outcomes),
    ...chunks('grade-name', outcomes + wordsIn(greenChannel) + grades.join('')),
    ...chunks('grade-letter', (policy?.scale ?? []).map(({ code }) => code).join('')),
    ...chunks('service-perks', `${small}${COMPANY_WORDS}0123456789年月日`),
    ...chunks('service-group-title', wordsIn([services, reason])),
    ...chunks('service-name', offered.join('')),
    ...chunks('service-window', `${wordsIn(services)}0123456789`),
    ...chunks('code', '0123456789ABCDEFGHJKLMNPQRTUWXY '),
  ];
}

/** All texts in a part of a catalogue. */
function wordsIn(part: unknown): string {
  if (typeof part === 'string') return part;
  return part !== null && typeof part === 'object' ? Object.values(part).map(wordsIn).join('') : '';
}

/** Each character once. */
function chunks(look: string, text: string): readonly RehearsedLine[] {
  const characters = [...new Set(text)];
  const count = Math.ceil(characters.length / CHARACTERS_AT_ONCE);
  return Array.from({ length: count }, (_, index) => ({
    look,
    words: characters.slice(index * CHARACTERS_AT_ONCE, (index + 1) * CHARACTERS_AT_ONCE).join(''),
  }));
}
