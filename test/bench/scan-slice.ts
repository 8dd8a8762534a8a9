import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Keeps what a slice gave and hands back what all slices of the set gave so far, this one's first.
 * A whole run of every reader takes an hour; nobody has to sit through it at a stretch.
 * @param folder nothing is kept without one
 */
export function withEarlierSlices<T>(
  { folder, set }: { readonly folder: string | undefined; readonly set: string },
  { nth, of }: Slice,
  result: T,
): readonly T[] {
  if (!folder) return [result];
  const own = `${set}-${nth + 1}-of-${of}.json`;
  mkdirSync(folder, { recursive: true });
  const others = readdirSync(folder).filter(
    (name) => name.startsWith(`${set}-`) && name.endsWith(`-of-${of}.json`) && name !== own,
  );
  writeFileSync(join(folder, own), JSON.stringify(result));
  return [
    result,
    ...others.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T),
  ];
}
