import { hasCompanyCodeForm } from '../../shared/certificate/company-code.ts';
import { MAX_HOLDER_NAME_LENGTH } from '../../shared/limits.ts';
import { type Result, success } from '../../shared/result.ts';
import type { ShanghaiDay } from '../../shared/time.ts';
import { dayOfDate } from '../rating/calendar.ts';
import {
  CREDIT_LISTS,
  type CreditList,
  SEVERITIES,
  type Severity,
} from '../store/credit-record.ts';
import { type LineFault, type LineFaultCode, lineFault } from './line-fault.ts';

type Parsed<Value> = Result<Value, LineFault>;

/** A unified code; full-width and small letters are what typing produces, not another company. */
export function parseCode(text: string): Parsed<string> {
  if (hasCompanyCodeForm(text)) return success(text);
  const code = text.normalize('NFKC').trim().toUpperCase();
  return hasCompanyCodeForm(code) ? success(code) : lineFault('bad-code', text);
}

const FORMS_OF_DATE = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A date of the calendar in one of the forms offices write, or `undefined` for an empty text. */
export function parseDate(column: string, text: string): Parsed<ShanghaiDay | undefined> {
  if (text === '') return success(undefined);
  const date = text.normalize('NFKC').trim();
  for (const form of FORMS_OF_DATE) {
    const match = form.exec(date);
    if (match === null) continue;
    const day = dayOfDate(Number(match[1]), Number(match[2]), Number(match[3]));
    return day === undefined ? lineFault('bad-date', `${column} ${text}`) : success(day);
  }
  return date === '' ? success(undefined) : lineFault('bad-date', `${column} ${text}`);
}

/** A name of a company or an authority on one line; fails when empty, too long, or with control characters. */
export function parseName(
  code: Extract<LineFaultCode, 'bad-name' | 'bad-authority' | 'bad-number'>,
  text: string,
  maxLength: number = MAX_HOLDER_NAME_LENGTH,
): Parsed<string> {
  const name = text.trim().replace(/\s+/g, ' ');
  const isFit = name !== '' && Array.from(name).length <= maxLength && !/\p{Cc}/u.test(name);
  return isFit ? success(name) : lineFault(code, name);
}

const KINDS: Readonly<Record<string, 'positive' | 'negative'>> = {
  ...{ positive: 'positive', 正面: 'positive', 良好: 'positive', 守信: 'positive' },
  ...{ negative: 'negative', 负面: 'negative', 不良: 'negative', 失信: 'negative' },
};

/** Whether a record speaks for or against its company. */
export function parseKind(text: string): Parsed<'positive' | 'negative'> {
  const kind = lookUp(KINDS, text);
  return kind === undefined ? lineFault('unknown-kind', text) : success(kind);
}

const SEVERITY_WORDS: Readonly<Record<string, Severity>> = {
  ...Object.fromEntries(SEVERITIES.map((severity) => [severity, severity])),
  ...{ 轻微: 'minor', 一般: 'ordinary', 严重: 'serious' },
};

/** How heavy a negative record is. */
export function parseSeverity(text: string): Parsed<Severity> {
  const severity = lookUp(SEVERITY_WORDS, text);
  return severity === undefined ? lineFault('unknown-severity', text) : success(severity);
}

const LIST_WORDS: Readonly<Record<string, CreditList>> = {
  ...Object.fromEntries(CREDIT_LISTS.map((list) => [list, list])),
  ...{ 国家守信激励: 'national', 国家级: 'national', 市重点扶持: 'city', 市级: 'city' },
  ...{ 区重点扶持: 'district', 区级: 'district' },
  ...{ 严重失信主体: 'serious-untrustworthy', 严重失信: 'serious-untrustworthy' },
};

/** A list, or `undefined` for an empty text. */
export function parseList(text: string): Parsed<CreditList | undefined> {
  if (text === '') return success(undefined);
  const list = lookUp(LIST_WORDS, text);
  return list === undefined ? lineFault('unknown-list', text) : success(list);
}

function lookUp<Value>(words: Readonly<Record<string, Value>>, text: string): Value | undefined {
  if (Object.hasOwn(words, text)) return words[text];
  const word = text.normalize('NFKC').trim().toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
