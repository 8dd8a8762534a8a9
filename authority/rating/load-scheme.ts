import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { RatingScheme } from './scheme.ts';

/** The rules an office starts with. */
export const DEFAULT_SCHEME_FILE = new URL('./default-scheme.json', import.meta.url);

/** A scheme and the digest (SHA-256, hex) of what it says, whatever its spacing. */
export interface LoadedScheme {
  readonly scheme: RatingScheme;
  readonly digest: string;
}

/** Reads a scheme. Throws, with the place in the file, when it is not one. */
export function loadScheme(file: string | URL = DEFAULT_SCHEME_FILE): LoadedScheme {
  const result = v.safeParse(RatingScheme, JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${file} is no rating scheme: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  return { scheme: result.output, digest: hash('sha256', JSON.stringify(result.output)) };
}
