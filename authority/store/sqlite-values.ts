import type { Row } from './sqlite-connection.ts';

/**
 * Reading columns of strict tables: a value of another type means a damaged or foreign file,
 * which is a fault and not an answer, so these throw.
 */

/** A column that holds text. */
export function textAt(row: Row | undefined, column: number): string {
  const value = row?.[column];
  if (typeof value === 'string') return value;
  throw new Error(`the database is damaged: column ${column} holds no text`);
}

/** A column that holds a whole number. */
export function numberAt(row: Row | undefined, column: number): number {
  const value = row?.[column];
  if (typeof value === 'number') return value;
  throw new Error(`the database is damaged: column ${column} holds no number`);
}

/** A column that holds bytes. */
export function bytesAt(row: Row | undefined, column: number): Uint8Array {
  const value = row?.[column];
  if (value instanceof Uint8Array) return value;
  throw new Error(`the database is damaged: column ${column} holds no bytes`);
}

/** A column that holds text or nothing. */
export function optionalTextAt(row: Row, column: number): string | undefined {
  return row[column] === null ? undefined : textAt(row, column);
}

/** A column that holds a whole number or nothing. */
export function optionalNumberAt(row: Row, column: number): number | undefined {
  return row[column] === null ? undefined : numberAt(row, column);
}

/** A column that holds one of a closed set of words. */
export function wordAt<Word extends string>(
  row: Row,
  column: number,
  words: readonly Word[],
): Word {
  const text = textAt(row, column);
  for (const word of words) if (word === text) return word;
  throw new Error(`the database is damaged: column ${column} holds "${text}"`);
}

/** A column that holds words joined by commas. */
export function wordsAt(row: Row, column: number): readonly string[] {
  const text = textAt(row, column);
  if (text === '') return [];
  return text.split(',');
}
