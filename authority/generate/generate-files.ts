import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ShanghaiDay } from '../../shared/time.ts';
import { dateOfDay } from '../rating/calendar.ts';
import type { Company, CreditRecord } from '../store/credit-record.ts';
import { MAX_INVENTED_COMPANIES } from './invented-code.ts';
import { inventedCompany } from './invented-company.ts';
import { inventedRecords } from './invented-records.ts';
import { seededRandom } from './seeded-random.ts';

/** What to invent; the same request gives the same bytes. */
export interface GenerateRequest {
  readonly folder: string;
  /** 1 to `MAX_INVENTED_COMPANIES`. */
  readonly companies: number;
  /** A whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** The day up to which things have happened. */
  readonly asOf: ShanghaiDay;
}

export interface GenerateOutcome {
  readonly companiesFile: string;
  readonly recordsFile: string;
  readonly companies: number;
  readonly records: number;
}

/** Writes `companies.csv` and `records.csv` of an invented register, in no order of codes. */
export function generateFiles({ folder, companies, seed, asOf }: GenerateRequest): GenerateOutcome {
  if (companies > MAX_INVENTED_COMPANIES)
    throw new Error(`there are codes for ${MAX_INVENTED_COMPANIES} invented companies`);
  mkdirSync(folder, { recursive: true });
  const companiesFile = join(folder, 'companies.csv');
  const recordsFile = join(folder, 'records.csv');
  const companyLines = openLines(companiesFile, 'code,name,division,registered');
  const recordLines = openLines(recordsFile, RECORD_HEADING);
  const random = seededRandom(seed);
  const offset = random.below(MAX_INVENTED_COMPANIES);
  let records = 0;
  for (let index = 0; index < companies; index++) {
    const company = inventedCompany({ index, offset, asOf }, random);
    companyLines.add(companyLine(company));
    for (const record of inventedRecords(company, { asOf, random })) {
      recordLines.add(recordLine(company, record));
      records++;
    }
  }
  companyLines.end();
  recordLines.end();
  return { companiesFile, recordsFile, companies, records };
}

const RECORD_HEADING = 'code,number,kind,severity,authority,date,corrected,repaired,list,until';

// Nothing invented holds a comma, a quote or a line end, so no field needs quoting.
function companyLine({ code, name, division, registered }: Company): string {
  return `${code},${name},${division},${dateOrNothing(registered)}`;
}

function recordLine(company: Company, record: CreditRecord): string {
  const { number, kind, severity = '', authority, list = '' } = record;
  const date = dateOrNothing(record.date);
  const ends = `${dateOrNothing(record.corrected)},${dateOrNothing(record.repaired)},${list}`;
  const decision = `${number},${kind},${severity},${authority},${date}`;
  return `${company.code},${decision},${ends},${dateOrNothing(record.until)}`;
}

const DATES = new Map<ShanghaiDay, string>();

// A register has millions of dates and a few thousand days.
function dateOrNothing(day: ShanghaiDay | undefined): string {
  if (day === undefined) return '';
  const known = DATES.get(day);
  if (known !== undefined) return known;
  const date = dateOfDay(day);
  DATES.set(day, date);
  return date;
}

const WRITE_CHARACTERS = 1_048_576;

interface Lines {
  add(line: string): void;
  end(): void;
}

function openLines(file: string, heading: string): Lines {
  const descriptor = openSync(file, 'w');
  let waiting = `${heading}\n`;
  const flush = (): void => {
    const bytes = Buffer.from(waiting);
    for (let written = 0; written < bytes.length; )
      written += writeSync(descriptor, bytes, written);
    waiting = '';
  };
  return {
    add(line) {
      waiting += `${line}\n`;
      if (waiting.length > WRITE_CHARACTERS) flush();
    },
    end() {
      flush();
      closeSync(descriptor);
    },
  };
}
