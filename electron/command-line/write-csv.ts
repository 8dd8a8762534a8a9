import { type EpochSeconds, shanghaiDayOf } from '../../shared/time.ts';
import type { CertificateSummary, Verdict } from '../../shared/verify/verdict.ts';
import { csvHeading, csvLines, keepAsText } from '../adapters/csv-text.ts';
import type { JudgedItem } from './judged-item.ts';

type Cells = Readonly<Record<string, string | undefined>>;

/** The columns in their order; a script may count on them, so new ones go to the end. */
const COLUMNS = [
  ...['input', 'page', 'outcome', 'code', 'detail'],
  ...['company_code', 'company_name', 'grade', 'lists', 'evaluated', 'valid_from', 'valid_until'],
  ...['certificate', 'issuer', 'issuer_name', 'green_channel', 'notes', 'judged_at'],
] as const;

/** The first line of the table. */
export function csvBeginning(): string {
  return csvHeading(COLUMNS);
}

/** One verdict as one line of the table. Times are those of Shanghai, with their zone. */
export function writeCsv({ source, verdict, error }: JudgedItem): string {
  const certificate = 'certificate' in verdict ? verdict.certificate : undefined;
  const cells: Cells = {
    ...{ input: source.name, page: source.page?.toString() },
    ...{ outcome: verdict.outcome, code: error?.code ?? verdict.code },
    detail: error?.message ?? detailOf(verdict),
    ...(certificate === undefined ? {} : certificateCells(certificate)),
    green_channel: openServices(verdict),
    notes: verdict.notes.join(' '),
    judged_at: shanghaiTime(verdict.at),
  };
  return csvLines([COLUMNS.map((column) => cells[column] ?? '')]);
}

function certificateCells(certificate: CertificateSummary): Cells {
  return {
    company_code: keepAsText(certificate.holderCode),
    company_name: certificate.holderName,
    grade: certificate.grade,
    lists: certificate.lists.join(' '),
    evaluated: shanghaiDate(certificate.evaluated),
    valid_from: shanghaiTime(certificate.notBefore),
    valid_until: shanghaiTime(certificate.expiresAt),
    certificate: keepAsText(certificate.number),
    issuer: certificate.issuer,
    issuer_name: certificate.issuerName['zh-CN'],
  };
}

function detailOf(verdict: Verdict): string | undefined {
  if (verdict.outcome === 'not-a-certificate') return verdict.kind;
  return verdict.checks.find(({ result }) => result === 'failed')?.detail;
}

function openServices(verdict: Verdict): string {
  if (verdict.outcome !== 'accepted') return '';
  return verdict.services
    .filter(({ open }) => open)
    .map(({ id }) => id)
    .join(' ');
}

// A date a certificate claims may lie beyond the calendar of the runtime.
function shanghaiDate(day: number): string {
  const date = new Date(day * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function shanghaiTime(time: EpochSeconds): string {
  const clock = new Date((time + 8 * 3_600) * 1_000);
  if (Number.isNaN(clock.getTime())) return '';
  return `${shanghaiDate(shanghaiDayOf(time))}T${clock.toISOString().slice(-13, -5)}+08:00`;
}
