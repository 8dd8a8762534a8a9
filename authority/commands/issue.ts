import { writeFileSync } from 'node:fs';
import { toHex } from '../../shared/bytes.ts';
import {
  hasCompanyCodeForm,
  hasValidCheckCharacter,
} from '../../shared/certificate/company-code.ts';
import {
  MAX_HOLDER_NAME_LENGTH,
  RECOMMENDED_CERTIFICATE_TEXT_LENGTH,
} from '../../shared/limits.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import { issueCertificate } from '../issue-certificate.ts';
import { chooseStatusIndex, openOffice, recordIssued } from '../office/office-folder.ts';
import { qrPng, qrSvg } from '../qr-image.ts';
import {
  type Command,
  type CommandInput,
  officeFolderArgument,
  optionOr,
  requiredOption,
  UsageError,
} from './command.ts';

const DAY = 86_400;

/** `issue DIR`: one certificate, as text and, if wanted, as QR images. */
export const issue: Command = {
  summary: 'issue one certificate: text and QR images',
  usage:
    'issue DIR --company CODE --name NAME --grade GRADE [--evaluated YYYY-MM-DD] [--lists national,city,district] [--days 365] [--svg FILE] [--png FILE]',
  options: {
    company: { type: 'string' },
    name: { type: 'string' },
    grade: { type: 'string' },
    evaluated: { type: 'string' },
    lists: { type: 'string' },
    days: { type: 'string' },
    svg: { type: 'string' },
    png: { type: 'string' },
  },
  run(input) {
    const office = openOffice(officeFolderArgument(input));
    const issuedAt = Math.floor(Date.now() / 1000);
    const holderCode = companyCode(input);
    const grade = requiredOption(input, 'grade');
    if (!office.policy.scale.some(({ code }) => code === grade)) {
      throw new UsageError(`the policy has no grade "${grade}"`);
    }
    const credit = {
      holderName: holderName(input),
      grade,
      evaluated: evaluationDay(input, issuedAt),
      lists: lists(input),
    };
    const status = { list: `status/${office.issuer}-1`, index: chooseStatusIndex(office) };
    const expiresAt = issuedAt + validityDays(input) * DAY;
    const request = { issuer: office.issuer, holderCode, issuedAt, expiresAt, status, credit };
    const { text, number } = issueCertificate(request, office.keys.certificate.key);
    recordIssued(office, { number: toHex(number), holderCode, ...status, issuedAt });
    writeImages(input, text);
    return {
      json: { number: toHex(number).toUpperCase(), text, expiresAt, ...status },
      words: [text, ...warnings(holderCode, text)],
    };
  },
};

function companyCode(input: CommandInput): string {
  const code = requiredOption(input, 'company');
  if (!hasCompanyCodeForm(code))
    throw new UsageError('--company is a unified code of 18 digits and capital letters');
  return code;
}

function holderName(input: CommandInput): string {
  const name = requiredOption(input, 'name');
  if (Array.from(name).length <= MAX_HOLDER_NAME_LENGTH) return name;
  throw new UsageError(`--name has more than ${MAX_HOLDER_NAME_LENGTH} characters`);
}

function evaluationDay(input: CommandInput, issuedAt: number): number {
  const date = optionOr(input, 'evaluated', '');
  if (date === '') return shanghaiDayOf(issuedAt);
  const day = Date.parse(`${date}T00:00:00Z`) / (DAY * 1_000);
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(day * DAY * 1_000).toISOString().startsWith(date);
  if (!isDate) throw new UsageError('--evaluated is a date like 2026-05-31');
  return day;
}

function lists(input: CommandInput): readonly string[] {
  return optionOr(input, 'lists', '').split(',').filter(Boolean);
}

function validityDays(input: CommandInput): number {
  const days = Number(optionOr(input, 'days', '365'));
  if (!Number.isSafeInteger(days) || days < 1)
    throw new UsageError('--days is a whole number from 1');
  return days;
}

function writeImages(input: CommandInput, text: string): void {
  const svg = optionOr(input, 'svg', '');
  const png = optionOr(input, 'png', '');
  if (svg !== '') writeFileSync(svg, qrSvg(text));
  if (png !== '') writeFileSync(png, qrPng(text));
}

function warnings(holderCode: string, text: string): string[] {
  return [
    ...(hasValidCheckCharacter(holderCode)
      ? []
      : ['note: the company code fails its check character']),
    ...(text.length > RECOMMENDED_CERTIFICATE_TEXT_LENGTH
      ? [
          `note: ${text.length} characters make a dense code; up to ${RECOMMENDED_CERTIFICATE_TEXT_LENGTH} scan well`,
        ]
      : []),
  ];
}
