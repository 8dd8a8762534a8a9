import {
  type Company,
  type CompanyFile,
  CREDIT_LISTS,
  type CreditRecord,
  SEVERITIES,
} from './credit-record.ts';
import type { CompanyReader, Relevance } from './office-store.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import { numberAt, optionalNumberAt, textAt, wordAt } from './sqlite-values.ts';

// In the order in which `readRecord` takes them.
const RECORD_COLUMNS = 'number, kind, severity, authority, date, corrected, repaired, list, until';

const COMPANY_COLUMNS = 'code, name, division, registered';
const FIRST_RECORD_COLUMN = 4;

/** Reads companies and records for everybody. */
export function openCompanyReader(connection: Connection): CompanyReader {
  const company = connection.prepare(`SELECT ${COMPANY_COLUMNS} FROM company WHERE code = ?`);
  const next = connection.prepare(
    `SELECT ${COMPANY_COLUMNS} FROM company WHERE code > ? ORDER BY code LIMIT ?`,
  );
  const records = connection.prepare(
    `SELECT ${RECORD_COLUMNS} FROM record WHERE holder = ? ORDER BY number`,
  );
  const count = connection.prepare(
    'SELECT (SELECT count(*) FROM company), (SELECT count(*) FROM record)',
  );
  return {
    async company(code) {
      const row = company.get(code);
      return row && readCompany(row);
    },
    recordsOf: async (code) => records.all(code).map((row) => readRecord(row, 0)),
    companiesAfter: async (code, limit) => next.all(code, limit).map(readCompany),
    async count() {
      const row = count.get();
      return { companies: numberAt(row, 0), records: numberAt(row, 1) };
    },
  };
}

// One statement a page of companies, both tables read in the order of their keys: no query per company.
const FILES = `
SELECT c.code, c.name, c.division, c.registered,
  ${RECORD_COLUMNS.replaceAll(/\b[a-z]+\b/g, 'r.$&')}
FROM (SELECT ${COMPANY_COLUMNS} FROM company WHERE code > ?1 ORDER BY code LIMIT ?2) AS c
LEFT JOIN record AS r ON r.holder = c.code AND r.date <= ?3
  AND (r.repaired IS NULL OR r.repaired > ?3)
  AND (r.list IS NOT NULL OR (r.kind = 'negative' AND r.date >= ?4))
ORDER BY c.code, r.number`;

/** Reads companies with their records, page by page. */
export function openFileReader(
  connection: Connection,
): (after: string, limit: number, relevance: Relevance) => Promise<readonly CompanyFile[]> {
  const files = connection.prepare(FILES);
  return async (after, limit, { asOf, since }) => {
    const answer: { company: Company; records: CreditRecord[] }[] = [];
    let current: { company: Company; records: CreditRecord[] } | undefined;
    for (const row of files.iterate(after, limit, asOf, since)) {
      if (current === undefined || current.company.code !== row[0]) {
        current = { company: readCompany(row), records: [] };
        answer.push(current);
      }
      if (row[FIRST_RECORD_COLUMN] !== null)
        current.records.push(readRecord(row, FIRST_RECORD_COLUMN));
    }
    return answer;
  };
}

/** A company from a row that starts with its columns. */
function readCompany(row: Row): Company {
  return {
    code: textAt(row, 0),
    name: textAt(row, 1),
    division: textAt(row, 2),
    registered: optionalNumberAt(row, 3),
  };
}

const KINDS = ['positive', 'negative'] as const;

/** A record from a row that holds `RECORD_COLUMNS` from the given column on. */
function readRecord(row: Row, from: number): CreditRecord {
  return {
    number: textAt(row, from),
    kind: wordAt(row, from + 1, KINDS),
    severity: row[from + 2] === null ? undefined : wordAt(row, from + 2, SEVERITIES),
    authority: textAt(row, from + 3),
    date: numberAt(row, from + 4),
    corrected: optionalNumberAt(row, from + 5),
    repaired: optionalNumberAt(row, from + 6),
    list: row[from + 7] === null ? undefined : wordAt(row, from + 7, CREDIT_LISTS),
    until: optionalNumberAt(row, from + 8),
  };
}
