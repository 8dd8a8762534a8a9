import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import type { LastScanStore, Log } from '../ports.ts';
import { writeAtomically } from './write-atomically.ts';

const LastScan = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({ lastScanAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
);

/**
 * Keeps the time of the last scan in a small JSON file. A damaged file is logged and counts as
 * none: the signed times of the trust bundle still guard the clock.
 */
export function createLastScanFile(file: string, log: Log): LastScanStore {
  // One write after the other: two at once would share the temporary file.
  let writing: Promise<void> = Promise.resolve();
  return {
    load: () => loadLastScan(file, log),
    save: (time) => {
      const content = JSON.stringify({ lastScanAt: time });
      writing = writing.catch(() => undefined).then(() => writeAtomically(file, content));
      return writing;
    },
  };
}

async function loadLastScan(file: string, log: Log): Promise<EpochSeconds | undefined> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) log.error('last-scan-unreadable', error);
    return undefined;
  }
  const parsed = v.safeParse(LastScan, content);
  if (!parsed.success) log.warn('last-scan-damaged');
  return parsed.success ? parsed.output.lastScanAt : undefined;
}
