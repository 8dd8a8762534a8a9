import { readFileSync } from 'node:fs';
import type { EpochSeconds } from '../../shared/time.ts';
import { parseCode, parseName } from '../import/parse-values.ts';
import { CERTIFICATE_FORMS, type CertificateForm } from '../issuing/certificate-files.ts';
import { type Command, type CommandInput, optionOr, UsageError } from './command.ts';

/** Whom to issue certificates to. */
export type IssueTarget =
  | { readonly kind: 'rated-companies'; readonly codes: readonly string[] }
  | { readonly kind: 'grade'; readonly grade: string }
  | {
      readonly kind: 'by-hand';
      readonly code: string;
      readonly name: string | undefined;
      readonly grade: string;
    };

export const ISSUE_OPTIONS = {
  company: { type: 'string' },
  list: { type: 'string' },
  grade: { type: 'string' },
  name: { type: 'string' },
  evaluated: { type: 'string' },
  lists: { type: 'string' },
  days: { type: 'string' },
  again: { type: 'boolean' },
  out: { type: 'string' },
  svg: { type: 'boolean' },
  png: { type: 'boolean' },
  pdf: { type: 'boolean' },
} as const satisfies Command['options'];

const DAY = 86_400;
const LONGEST_VALIDITY_DAYS = 3_660;

/** Reads whom a command is about. Throws `UsageError`, and when a list cannot be read. */
export function issueTarget(input: CommandInput): IssueTarget {
  const [company, list, grade] = ['company', 'list', 'grade'].map((name) =>
    optionOr(input, name, ''),
  );
  if (list && (company || grade)) throw new UsageError('--list stands alone');
  if (list) return { kind: 'rated-companies', codes: codesOf(list) };
  if (!company && !grade) throw new UsageError('give --company, --list or --grade');
  if (!company) return { kind: 'grade', grade: grade ?? '' };
  const code = companyCode(company);
  if (!grade) return { kind: 'rated-companies', codes: [code] };
  return { kind: 'by-hand', code, name: holderName(input), grade };
}

/** When what is issued now ends. Throws `UsageError`. */
export function expiryOption(input: CommandInput, issuedAt: EpochSeconds): EpochSeconds {
  const days = Number(optionOr(input, 'days', '365'));
  if (!Number.isSafeInteger(days) || days < 1 || days > LONGEST_VALIDITY_DAYS)
    throw new UsageError(`--days is a whole number from 1 to ${LONGEST_VALIDITY_DAYS}`);
  return issuedAt + days * DAY;
}

/** The forms to write besides the text. Throws `UsageError` when there is no folder for them. */
export function formOptions(input: CommandInput): readonly CertificateForm[] {
  const forms = CERTIFICATE_FORMS.filter((form) => input.values[form] === true);
  if (forms.length > 0 && optionOr(input, 'out', '') === '')
    throw new UsageError(`--${forms[0]} needs --out FOLDER`);
  return forms;
}

function companyCode(text: string): string {
  const code = parseCode(text);
  if (!code.ok)
    throw new UsageError('--company is a unified code of 18 digits and capital letters');
  return code.value;
}

function holderName(input: CommandInput): string | undefined {
  const given = optionOr(input, 'name', '');
  if (given === '') return undefined;
  const name = parseName('bad-name', given);
  if (!name.ok) throw new UsageError('--name is one line of at most 120 characters');
  return name.value;
}

// One code a line; empty lines and those that start with # are left out.
function codesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      const text = line.replace(/^\ufeff/, '').trim();
      if (text === '' || text.startsWith('#')) return [];
      const code = parseCode(text);
      if (!code.ok) throw new Error(`${file}, line ${index + 1}: "${text}" is no unified code`);
      return [code.value];
    });
}
