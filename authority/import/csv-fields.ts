import type { LineFaultCode } from './line-fault.ts';

/** Fields of one record, or why there are none; `open` when its last quote is still to come. */
export type CsvFields = readonly string[] | 'open' | Extract<LineFaultCode, 'misplaced-quote'>;

/**
 * Cuts one record into fields, to the letter of RFC 4180 §2: a quote opens a field only at its
 * start, closes it only before a comma or the end, and stands for itself only when doubled.
 * Our own forty lines because the usual readers repair stray quotes, which here would move a
 * penalty into another column unseen.
 */
export function csvFields(text: string): CsvFields {
  if (!text.includes('"')) return text.split(',');
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = text.charAt(at) === '"' ? quotedField(text, at) : plainField(text, at);
    if (typeof field === 'string') return field;
    fields.push(field.value);
    if (field.end >= text.length) return fields;
    at = field.end + 1;
  }
}

interface Field {
  readonly value: string;
  /** Where the comma behind it stands, or the end. */
  readonly end: number;
}

function plainField(text: string, start: number): Field | 'misplaced-quote' {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  const value = text.slice(start, end);
  return value.includes('"') ? 'misplaced-quote' : { value, end };
}

function quotedField(text: string, start: number): Field | 'open' | 'misplaced-quote' {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return 'open';
    value += text.slice(from, quote);
    const next = text.charAt(quote + 1);
    if (next === ',' || next === '') return { value, end: quote + 1 };
    if (next !== '"') return 'misplaced-quote';
    value += '"';
    from = quote + 2;
  }
}
