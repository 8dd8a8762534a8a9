import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { keepAsText, toCsv } from './csv-text.ts';
import { toXlsx } from './xlsx-file.ts';

/** A table to be saved; every cell is text. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the dialog that asks where to save offers, the usual one first. */
export const TABLE_FILTERS = [
  // Read beside the system's own words, which follow its language.
  { name: '表格 / Table (Excel, WPS)', extensions: ['xlsx'] },
  { name: '表格 / Table (CSV)', extensions: ['csv'] },
];

/** Saves a table as the ending of its file asks: a workbook, or else CSV. */
export async function writeTable(path: string, table: TextTable): Promise<void> {
  const isWorkbook = extname(path).toLowerCase() === '.xlsx';
  await writeFile(path, isWorkbook ? toXlsx(table) : csvOf(table));
}

/** In CSV a code of digits needs a sign that it is none to be rounded. */
function csvOf({ columns, rows }: TextTable): string {
  return toCsv(
    columns,
    rows.map((row) => row.map(keepAsText)),
  );
}
