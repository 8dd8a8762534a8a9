import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of a set that is measured in a run of its own: every `of`-th of it, from the `nth` on. */
export interface Slice {
  readonly nth: number;
  readonly of: number;
}

/** Reads `2/5`; what is not understood is the whole. */
export function parseSlice(text: string | undefined): Slice {
  const [nth = 1, of = 1] = (text ?? '').split('/').map(Number);
  const isSlice = Number.isInteger(nth) && Number.isInteger(of) && nth >= 1 && nth <= of;
  return isSlice ? { nth: nth - 1, of } : { nth: 0, of: 1 };
}

/** The members of a set that belong to a slice, each with its place in the set. */
export function sliceOf<T>(
  all: readonly T[],
  { nth, of }: Slice,
): readonly (readonly [number, T])[] {
  return [...all.entries()].filter(([index]) => index % of === nth);
}

/** Where the results of a set's slices are kept; nowhere without a folder. */
export interface Shelf {
  readonly folder: string | undefined;
  readonly set: string;
}

/** Keeps what a slice gave: a whole run takes an hour, and nobody has to sit through it at a stretch. */
export function keepSlice({ folder, set }: Shelf, { nth, of }: Slice, result: unknown): void {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${set}-${nth + 1}-of-${of}.json`), JSON.stringify(result));
}

/** What all slices of a set gave that were kept. */
export function keptSlices<T>({ folder, set }: Shelf): readonly T[] {
  if (!folder || !existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(`${set}-`));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T);
}
