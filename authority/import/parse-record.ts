import { hash } from 'node:crypto';
import { type Result, success } from '../../shared/result.ts';
import type { ShanghaiDay } from '../../shared/time.ts';
import { type CreditList, type CreditRecord, INCENTIVE_LISTS } from '../store/credit-record.ts';
import type { RECORD_COLUMNS, Values } from './columns.ts';
import { MAX_AUTHORITY_LENGTH, MAX_RECORD_NUMBER_LENGTH } from './limits.ts';
import { type LineFault, lineFault } from './line-fault.ts';
import {
  parseCode,
  parseDate,
  parseKind,
  parseList,
  parseName,
  parseSeverity,
} from './parse-values.ts';

type RecordValues = Values<typeof RECORD_COLUMNS>;

/** A record and whom it is about. */
export interface HeldRecord {
  readonly holder: string;
  readonly record: CreditRecord;
}

/** Reads the values of a line about a record. */
export function parseRecord(values: RecordValues): Result<HeldRecord, LineFault> {
  const holder = parseCode(values.code);
  if (!holder.ok) return holder;
  const weight = parseWeight(values);
  if (!weight.ok) return weight;
  const authority = parseName('bad-authority', values.authority, MAX_AUTHORITY_LENGTH);
  if (!authority.ok) return authority;
  const days = parseDays(values);
  if (!days.ok) return days;
  const content = { ...weight.value, authority: authority.value, ...days.value };
  if (values.number.trim() === '')
    return success({ holder: holder.value, record: { number: ownNumber(content), ...content } });
  const number = parseName('bad-number', values.number, MAX_RECORD_NUMBER_LENGTH);
  if (!number.ok) return number;
  return success({ holder: holder.value, record: { number: number.value, ...content } });
}

type Weight = Pick<CreditRecord, 'kind' | 'severity' | 'list'>;

function parseWeight(values: RecordValues): Result<Weight, LineFault> {
  const kind = parseKind(values.kind);
  if (!kind.ok) return kind;
  const list = parseList(values.list);
  if (!list.ok) return list;
  const isFor = kind.value === 'positive';
  // A list that speaks for a company cannot come from a record against it, nor the other way round.
  if (list.value !== undefined && isIncentive(list.value) !== isFor)
    return lineFault('list-against-kind', `${values.kind} ${values.list}`);
  if (isFor) return success({ kind: kind.value, severity: undefined, list: list.value });
  if (values.severity === '' && list.value !== undefined)
    return success({ kind: kind.value, severity: 'serious', list: list.value });
  const severity = parseSeverity(values.severity);
  if (!severity.ok) return severity;
  return success({ kind: kind.value, severity: severity.value, list: list.value });
}

function isIncentive(list: CreditList): boolean {
  return INCENTIVE_LISTS.some((incentive) => incentive === list);
}

type Days = Pick<CreditRecord, 'date' | 'corrected' | 'repaired' | 'until'>;

function parseDays(values: RecordValues): Result<Days, LineFault> {
  const date = parseDate('date', values.date);
  const from = parseDate('from', values.from);
  const until = parseDate('until', values.until);
  const corrected = parseDate('corrected', values.corrected);
  const repaired = parseDate('repaired', values.repaired);
  if (!date.ok) return date;
  if (!from.ok) return from;
  if (!until.ok) return until;
  if (!corrected.ok) return corrected;
  if (!repaired.ok) return repaired;
  const start = from.value ?? date.value;
  if (start === undefined) return lineFault('missing-date');
  const ends = { until: until.value, corrected: corrected.value, repaired: repaired.value };
  for (const [column, end] of Object.entries(ends)) {
    if (isBefore(end, start)) return lineFault('dates-out-of-order', column);
  }
  return success({ date: start, ...ends });
}

function isBefore(end: ShanghaiDay | undefined, start: ShanghaiDay): boolean {
  return end !== undefined && end < start;
}

// For sources without numbers: what a record says at its start names it, so that a later file that
// adds its repair speaks about the same record.
function ownNumber(content: Omit<CreditRecord, 'number'>): string {
  const { kind, severity, list, authority, date } = content;
  const text = JSON.stringify([kind, severity, list, authority, date]);
  return `~${hash('sha256', text).slice(0, 16)}`;
}
