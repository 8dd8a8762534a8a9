import { failure, type Result, success } from '../../shared/result.ts';
import { type Columns, columnOf, placeColumns, type Values } from './columns.ts';
import { csvRecords } from './csv-records.ts';
import type { Encoding } from './decode-lines.ts';
import { type LineFault, lineFault } from './line-fault.ts';
import { type FileLine, readLines } from './read-lines.ts';

/** How a file is laid out. */
export const FORMATS = ['csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** A file of lines about one kind of thing. */
export interface TableFile<Table extends Columns> {
  readonly file: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly columns: Table;
  readonly required: readonly (keyof Table & string)[];
}

/** One line, or why it is none. */
export interface TableLine<Table extends Columns> {
  readonly line: number;
  readonly values: Result<Values<Table>, LineFault>;
}

/** A table that is read line by line. */
export interface TableReader<Table extends Columns> {
  readonly lines: Iterable<TableLine<Table>>;
  /** SHA-256, hex, of the file; after the last line. */
  readonly digest: () => string;
}

/** Reads a table. Throws when the file cannot be read, or has no heading we can use. */
export function readTable<Table extends Columns>(table: TableFile<Table>): TableReader<Table> {
  const { pieces, digest } = readLines(table.file, table.encoding);
  const lines = flatten(pieces);
  return {
    lines: table.format === 'csv' ? csvLines(table, lines) : jsonLines(table, lines),
    digest,
  };
}

function* flatten(pieces: Iterable<readonly FileLine[]>): Iterable<FileLine> {
  for (const piece of pieces) yield* piece;
}

function* csvLines<Table extends Columns>(
  table: TableFile<Table>,
  lines: Iterable<FileLine>,
): Iterable<TableLine<Table>> {
  let read: ((fields: readonly string[]) => Values<Table>) | undefined;
  let width = 0;
  for (const { line, fields, fault } of csvRecords(lines)) {
    if (read === undefined) {
      read = openFieldReader(table, fields);
      width = fields.length;
    } else if (fault !== undefined) yield { line, values: failure(fault) };
    else if (fields.length !== width)
      yield { line, values: lineFault('wrong-number-of-fields', `${fields.length} of ${width}`) };
    else yield { line, values: success(read(fields)) };
  }
}

function openFieldReader<Table extends Columns>(
  { file, columns, required }: TableFile<Table>,
  headings: readonly string[],
): (fields: readonly string[]) => Values<Table> {
  const places = placeColumns(columns, headings, required);
  if (!places.ok) throw new Error(`${file}: ${places.failure}`);
  const names: (keyof Table)[] = Object.keys(columns);
  const order = names.map((name) => [name, places.value.get(name) ?? -1] as const);
  return (fields) => {
    const values: Partial<Record<keyof Table, string>> = {};
    for (const [name, place] of order) values[name] = fields[place] ?? '';
    // Every column has got its value, which the compiler cannot see.
    return values as Values<Table>;
  };
}

function* jsonLines<Table extends Columns>(
  { columns }: TableFile<Table>,
  lines: Iterable<FileLine>,
): Iterable<TableLine<Table>> {
  for (const { line, text, fault } of lines) {
    if (text === undefined) yield { line, values: lineFault(fault ?? 'undecodable') };
    else if (text.trim() !== '') yield { line, values: jsonValues(columns, text) };
  }
}

function jsonValues<Table extends Columns>(
  columns: Table,
  text: string,
): Result<Values<Table>, LineFault> {
  const object = parseObject(text);
  if (object === undefined) return lineFault('not-json');
  const names: (keyof Table)[] = Object.keys(columns);
  const values: Partial<Record<keyof Table, string>> = {};
  for (const name of names) values[name] = '';
  for (const [key, value] of Object.entries(object)) {
    const name = columnOf(columns, key);
    if (name === undefined || value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number') return lineFault('not-json', key);
    values[name] = String(value);
  }
  // Every column has got its value, which the compiler cannot see.
  return success(values as Values<Table>);
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.trim());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch (error) {
    // A line of a stranger's file that is no JSON.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
