import { join } from 'node:path';
import * as v from 'valibot';
import { success } from '../../shared/result.ts';
import { HighWaterMarks } from './high-water-marks.ts';
import type { TrustFailure } from './trust-failure.ts';
import { onDisk, type TrustDisk } from './trust-store-disk.ts';
import { readSealed, sealJson } from './trust-store-files.ts';

/**
 * Two copies, written one after the other: losing either, or its update, loses nothing. Without
 * marks a replayed old state would pass, because the state that outdates it may be gone too.
 */
const COPIES = ['marks-a.json', 'marks-b.json'] as const;

const StoredMarks = v.object({
  /** Counts the updates, so that after a cut between the two copies the newer one is known. */
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  marks: HighWaterMarks,
});

/** The marks of a store as read from the disk. */
export interface LoadedMarks {
  readonly marks: HighWaterMarks | undefined;
  readonly sequence: number;
  /** Copies that are missing or damaged. Both are missing in a new store. */
  readonly faults: readonly TrustFailure[];
}

/** Reads both copies and takes the newer one that is whole. */
export async function loadMarks(folder: string): Promise<LoadedMarks> {
  const faults: TrustFailure[] = [];
  let newest: v.InferOutput<typeof StoredMarks> | undefined;
  for (const path of COPIES) {
    const read = await readSealed(StoredMarks, { folder, path });
    if (!read.ok) faults.push(read.failure);
    else if (read.value === undefined) {
      faults.push({ code: 'wrong-content', subject: path, detail: 'missing' });
    } else if (newest === undefined || read.value.sequence > newest.sequence) {
      newest = read.value;
    }
  }
  return { marks: newest?.marks, sequence: newest?.sequence ?? 0, faults };
}

/** Writes both copies. They hold as soon as one is in place; the faults name what did not work. */
export async function saveMarks(
  disk: TrustDisk,
  folder: string,
  stored: { readonly sequence: number; readonly marks: HighWaterMarks },
): Promise<{ readonly hold: boolean; readonly faults: readonly TrustFailure[] }> {
  const faults: TrustFailure[] = [];
  let hold = false;
  for (const path of COPIES) {
    const file = join(folder, path);
    const saved = await onDisk(async () => {
      await disk.writeFile(`${file}.new`, sealJson(stored));
      await disk.rename(`${file}.new`, file);
      // From here on it is what a start reads, even if it cannot be forced to the disk.
      hold = true;
      return success(await disk.force(folder));
    });
    if (!saved.ok) faults.push({ ...saved.failure, subject: path });
  }
  return { hold, faults };
}
