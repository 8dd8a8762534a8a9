import { MAX_LINE_CHARACTERS } from './limits.ts';

/**
 * Splits UTF-8 into lines as they arrive. Only the line feed ends a line: a carriage return before
 * it is one of the things scanners add, and is stripped with them. A last line without line feed counts.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    pending = join(pending, first);
    for (const part of others) {
      yield pending;
      pending = join('', part);
    }
  }
  pending = join(pending, decoder.decode());
  if (pending !== '') yield pending;
}

function join(pending: string, part: string): string {
  if (pending.length >= MAX_LINE_CHARACTERS) return pending;
  return (pending + part).slice(0, MAX_LINE_CHARACTERS);
}

/**
 * The scanned text a line stands for: a line that starts with a quotation mark is a JSON string, so
 * that texts with line ends can be given. One that is no JSON after all was scanned like that.
 */
export function scannedTextOf(line: string): string {
  if (!line.startsWith('"')) return line;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : line;
  } catch (error) {
    if (error instanceof SyntaxError) return line;
    throw error;
  }
}
