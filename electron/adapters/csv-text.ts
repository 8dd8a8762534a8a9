import Papa from 'papaparse';

/** Excel takes a file without this mark for one in the local code page, and garbles every name. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet may take for a formula, by its first character, full-width forms included:
 * it is written with an apostrophe before it. papaparse's own pattern misses a cell of several
 * lines. A tab before digits alone is ours: see `keepAsText`.
 */
const FORMULA = /^(?:[=+\-@\r\n＝＋－＠]|\t(?!\d+(?:E\d+)?$))/u;

/**
 * Digits a spreadsheet would make another text of: many of them are rounded or written as a power,
 * a zero before them is lost, and an E among them makes a power.
 */
const LOOKS_LIKE_NUMBER = /^(?:0\d+|\d{12,}|\d+E\d+)$/u;

/** A table as WPS and Excel open it by a double click: with byte order mark, CRLF, formula-safe. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + csvLines([columns, ...rows]);
}

/** The beginning of a table that is written line by line. */
export function csvHeading(columns: readonly string[]): string {
  return toCsv(columns, []);
}

/** More lines of a table that has begun. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  const data = rows.map((row) => [...row]);
  return `${Papa.unparse(data, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** A code whose digits must survive a spreadsheet: a tab before it, which cells do not show. */
export function keepAsText(code: string): string {
  return LOOKS_LIKE_NUMBER.test(code) ? `\t${code}` : code;
}
