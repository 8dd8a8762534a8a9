import type { Generation } from './generation.ts';
import { type FoundState, findState } from './generation-ladder.ts';
import { type HighWaterMarks, judgeHeights, raiseMarks } from './high-water-marks.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { CurrentTrust, TrustStoreOptions } from './trust-store.ts';
import { loadMarks } from './trust-store-marks.ts';

/** What a store knows of its disk. */
export interface StoreState {
  readonly options: TrustStoreOptions;
  current(): CurrentTrust | undefined;
  notes(): readonly TrustFailure[];
  marks(): HighWaterMarks | undefined;
  generation(): Generation | undefined;
  /** The update count of the marks on the disk, and whether both copies should be written again. */
  stored(): { readonly sequence: number; readonly isStale: boolean };
  reload(): Promise<void>;
  /** Takes note of what a writer has just put on the disk. */
  take(found: FoundState, marks: HighWaterMarks): void;
  note(faults: readonly TrustFailure[]): void;
}

/** Creates the state, empty until `reload`. */
export function createStoreState(options: TrustStoreOptions): StoreState {
  let found: FoundState | undefined;
  let marks: HighWaterMarks | undefined;
  let stored = { sequence: 0, isStale: false };
  let notes: readonly TrustFailure[] = [];
  return {
    options,
    current: () => found && describe(found),
    notes: () => notes,
    marks: () => marks,
    generation: () => found?.generation,
    stored: () => stored,
    reload: async () => {
      const loaded = await loadMarks(options.folder);
      const answer = await findState(options, loaded.marks);
      found = answer.found;
      marks = marksAfter(loaded.marks, found?.generation);
      const isNew = loaded.marks === undefined && found?.generation.number === undefined;
      const isStale = marks !== undefined && (loaded.faults.length > 0 || marks !== loaded.marks);
      stored = { sequence: loaded.sequence, isStale };
      const degraded = found?.degraded ?? [];
      const others = answer.notes.filter((why) => !degraded.includes(why));
      notes = [...(isNew ? [] : loaded.faults), ...others];
    },
    take: (next, raised) => {
      found = next;
      marks = raised;
      stored = { sequence: stored.sequence + 1, isStale: false };
      notes = [];
    },
    note: (faults) => {
      notes = [...notes, ...faults];
    },
  };
}

/**
 * The marks to go on with: as stored, unless the state found is ahead of them, because they are
 * lost or because a commit was cut between the state and its marks. They never sink.
 */
function marksAfter(
  stored: HighWaterMarks | undefined,
  generation: Generation | undefined,
): HighWaterMarks | undefined {
  if (generation === undefined) return stored;
  const { heights, syncedAt, expires } = generation;
  if (stored !== undefined && judgeHeights(heights, stored) !== undefined) return stored;
  // The record is not signed: it must not move the marks to where no honest clock will be for years.
  const provable = syncedAt === undefined ? undefined : Math.min(syncedAt, expires.timestamp);
  const raised = raiseMarks(stored, heights, provable);
  return JSON.stringify(raised) === JSON.stringify(stored) ? stored : raised;
}

function describe({ generation, source, degraded }: FoundState): CurrentTrust {
  const { bundle, versions, expires, folder, usedPaths } = generation;
  return { bundle, source, degraded, versions, expires, folder, usedPaths };
}
