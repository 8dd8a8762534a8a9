import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Log } from '../ports.ts';
import { isNewerVersion, VERSION_FORM } from './newer-version.ts';
import { writeAtomically } from './write-atomically.ts';

const Mark = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({ newestVersion: v.pipe(v.string(), v.regex(VERSION_FORM)) }),
);

/** The newest version of the program that has written to a terminal's folder; `undefined`: none known. */
export async function readVersionMark(folder: string): Promise<string | undefined> {
  try {
    const parsed = v.safeParse(Mark, await readFile(markIn(folder), 'utf8'));
    return parsed.success ? parsed.output.newestVersion : undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return undefined;
  }
}

/**
 * Leaves the mark of this version, unless a newer one has left its own: then the log says so, and
 * everything stays as it is. An older program may be there on purpose, and refusing to serve would help
 * nobody; what it does not know it leaves alone.
 */
export async function noteVersion(folder: string, version: string, log: Log): Promise<void> {
  const newest = await readVersionMark(folder);
  if (newest !== undefined && isNewerVersion(newest, version)) {
    log.warn('data-from-newer-version', { newest, version });
    return;
  }
  if (newest === version) return;
  try {
    await writeAtomically(markIn(folder), JSON.stringify({ newestVersion: version }));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    log.error('version-not-noted', error);
  }
}

function markIn(folder: string): string {
  return join(folder, 'version.json');
}
