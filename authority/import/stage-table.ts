import type { Result } from '../../shared/result.ts';
import type { Columns, Values } from './columns.ts';
import type { LineFault } from './line-fault.ts';
import { readTable, type TableFile } from './read-table.ts';

/**
 * Lines a transaction of the staging area; some megabytes of memory. Each writes the pages on which
 * the one before ended once more.
 */
const LINES_AT_ONCE = 5_000;

/** What came of a file. */
export interface Staged {
  readonly unreadable: number;
  readonly digest: string;
}

/** How a file gets into the staging area. */
export interface Stage<Table extends Columns, Value> {
  readonly table: TableFile<Table>;
  readonly parse: (values: Values<Table>) => Result<Value, LineFault>;
  readonly onFault: (line: number, fault: LineFault) => void;
  readonly onLines: (lines: readonly { line: number; value: Value }[]) => Promise<void>;
}

/** Reads and parses a table, and hands its good lines over some at a time. */
export async function stage<Table extends Columns, Value>(
  plan: Stage<Table, Value>,
): Promise<Staged> {
  const { lines, digest } = readTable(plan.table);
  let unreadable = 0;
  let waiting: { line: number; value: Value }[] = [];
  for (const { line, values } of lines) {
    const parsed = values.ok ? plan.parse(values.value) : values;
    if (parsed.ok) waiting.push({ line, value: parsed.value });
    else {
      unreadable++;
      plan.onFault(line, parsed.failure);
    }
    if (waiting.length < LINES_AT_ONCE) continue;
    await plan.onLines(waiting);
    waiting = [];
  }
  await plan.onLines(waiting);
  return { unreadable, digest: digest() };
}
