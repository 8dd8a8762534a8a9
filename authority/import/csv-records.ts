import { csvFields } from './csv-fields.ts';
import { MAX_LINE_BYTES, MAX_LINES_PER_RECORD } from './limits.ts';
import type { LineFault, LineFaultCode } from './line-fault.ts';
import type { FileLine } from './read-lines.ts';

/** One record of a table: the line it starts on, and its fields or what is wrong with it. */
export interface TableRecord {
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault: LineFault | undefined;
}

/**
 * Puts lines together to CSV records. A quote that is never closed costs its own line only:
 * reading goes on with the next.
 */
export function* csvRecords(lines: Iterable<FileLine>): Iterable<TableRecord> {
  const source = lines[Symbol.iterator]();
  // Lines that an unclosed quote had drawn in, and that get their turn as lines of their own.
  const returned: FileLine[] = [];
  const take = (): FileLine | undefined => {
    const line = returned.shift();
    if (line !== undefined) return line;
    const next = source.next();
    return next.done === true ? undefined : next.value;
  };
  for (let line = take(); line !== undefined; line = take()) {
    if (line.text === undefined) yield faulty(line.line, line.fault ?? 'undecodable');
    else if (line.text !== '') yield assemble(line.line, line.text, take, returned);
  }
}

function assemble(
  line: number,
  firstText: string,
  take: () => FileLine | undefined,
  returned: FileLine[],
): TableRecord {
  let text = firstText;
  let fields = csvFields(text);
  const drawn: FileLine[] = [];
  while (fields === 'open' && drawn.length < MAX_LINES_PER_RECORD) {
    const next = take();
    if (next === undefined) break;
    drawn.push(next);
    if (next.text === undefined || text.length + next.text.length > MAX_LINE_BYTES) break;
    text += `\n${next.text}`;
    fields = csvFields(text);
  }
  if (typeof fields !== 'string') return { line, fields, fault: undefined };
  returned.unshift(...drawn);
  return faulty(line, fields === 'open' ? 'unclosed-quote' : fields);
}

function faulty(line: number, code: LineFaultCode): TableRecord {
  return { line, fields: [], fault: { code, detail: '' } };
}
