import type { SQLInputValue } from 'node:sqlite';
import type { ImportCounts, LineFinding } from './import-batch.ts';
import type { ImportTable } from './import-tables.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import { numberAt, textAt } from './sqlite-values.ts';

/** What a merge works with, within the transaction of its commit. */
export interface MergeContext {
  readonly connection: Connection;
  readonly batch: number;
  readonly onFinding: (finding: LineFinding) => void;
  /** A stored row was replaced; `before` is its content, in the order of the table's columns. */
  readonly onChanged: (subject: string, before: Row) => void;
}

type MutableCounts = { -readonly [Key in keyof ImportCounts]: ImportCounts[Key] };
type Put = (row: Row) => 'added' | 'changed' | 'unchanged';

/**
 * Takes staged rows into a table. Rows come in the order of their keys, so those with one key
 * stand together: alike, the first is taken; unlike, none is, for nobody can say which is right.
 */
export function mergeTable<Line>(
  table: ImportTable<Line>,
  rows: Iterable<Row>,
  context: MergeContext,
): ImportCounts {
  const counts = { added: 0, changed: 0, unchanged: 0, duplicates: 0, rejected: 0 };
  const keyAt = table.content.length;
  const put = openPut(table, context);
  const isKnown = table.name === 'record' ? openHolderCheck(context.connection) : () => true;
  for (const group of groupsByKey(rows, keyAt, table.key.length)) {
    const [first = []] = group;
    const report = reporter(table, context, counts);
    if (!isKnown(textAt(first, keyAt))) for (const row of group) report(row, 'unknown-company');
    else if (group.some((row) => !isAlike(row, first, keyAt)))
      for (const row of group) report(row, 'contradiction');
    else {
      counts[put(first)]++;
      for (const row of group.slice(1)) report(row, 'duplicate');
    }
  }
  return counts;
}

function reporter<Line>(
  table: ImportTable<Line>,
  context: MergeContext,
  counts: MutableCounts,
): (row: Row, finding: LineFinding['finding']) => void {
  const keyAt = table.content.length;
  const lineAt = keyAt + table.key.length;
  return (row, finding) => {
    counts[finding === 'duplicate' ? 'duplicates' : 'rejected']++;
    const subject = row.slice(keyAt, lineAt).join(' ');
    context.onFinding({ file: table.file, line: numberAt(row, lineAt), finding, subject });
  };
}

function openPut<Line>(table: ImportTable<Line>, context: MergeContext): Put {
  const { connection, batch, onChanged } = context;
  const { content, key } = table;
  const columns = [...content, ...key, 'batch'];
  const isKey = key.map((column) => `${column} = ?`).join(' AND ');
  const insert = connection.prepare(
    `INSERT INTO ${table.name} (${columns}) VALUES (${Array(columns.length).fill('?')}) ON CONFLICT DO NOTHING`,
  );
  const stored = connection.prepare(`SELECT ${content} FROM ${table.name} WHERE ${isKey}`);
  const update = connection.prepare(
    `UPDATE ${table.name} SET (${content}, batch) = (${Array(content.length + 1).fill('?')}) WHERE ${isKey}`,
  );
  return (row) => {
    const values = row.slice(0, columns.length - 1);
    if (insert.run(...values, batch).changes === 1) return 'added';
    const keyValues = values.slice(content.length);
    const before = stored.get(...keyValues) ?? [];
    if (isAlike(before, row, content.length)) return 'unchanged';
    update.run(...values.slice(0, content.length), batch, ...keyValues);
    onChanged(keyValues.join(' '), before);
    return 'changed';
  };
}

function openHolderCheck(connection: Connection): (holder: string) => boolean {
  const known = connection.prepare('SELECT 1 FROM company WHERE code = ?');
  let last: SQLInputValue = '';
  let isKnown = false;
  return (holder) => {
    if (holder !== last) isKnown = known.get(holder) !== undefined;
    last = holder;
    return isKnown;
  };
}

function isAlike(left: Row, right: Row, width: number): boolean {
  for (let column = 0; column < width; column++) if (left[column] !== right[column]) return false;
  return true;
}

function* groupsByKey(rows: Iterable<Row>, keyAt: number, width: number): Iterable<readonly Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    const last = group[0];
    if (last !== undefined && !isSameKey(last, row, keyAt, width)) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}

function isSameKey(left: Row, right: Row, keyAt: number, width: number): boolean {
  for (let column = keyAt; column < keyAt + width; column++)
    if (left[column] !== right[column]) return false;
  return true;
}
