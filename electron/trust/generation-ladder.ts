import {
  type Generation,
  generationFolder,
  generationNumbers,
  loadGeneration,
} from './generation.ts';
import { type HighWaterMarks, judgeHeights } from './high-water-marks.ts';
import { MAX_GENERATIONS_TRIED } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';

/** Where to look for a state. */
export interface LadderPlaces {
  readonly folder: string;
  readonly rootJson: Uint8Array;
  readonly factoryFolder?: string | undefined;
}

/** The state found, and why it is not the one above it. */
export interface FoundState {
  readonly generation: Generation;
  readonly source: 'current' | 'previous' | 'factory';
  readonly degraded: readonly TrustFailure[];
}

/** The answer of the ladder. */
export interface LadderAnswer {
  readonly found: FoundState | undefined;
  /** Failures of all steps that were looked at, also of those that were not needed. */
  readonly notes: readonly TrustFailure[];
}

/**
 * Goes down the generations, newest first, then to the installer's set, to the first that verifies
 * and is not below the marks. When none reaches the marks, the newest that verifies is used and
 * reported: policy limits how long old data is good for, and its age is known.
 */
export async function findState(
  places: LadderPlaces,
  marks: HighWaterMarks | undefined,
): Promise<LadderAnswer> {
  const failures: TrustFailure[] = [];
  let best: { generation: Generation; isFirst: boolean } | undefined;
  for (const number of (await generationNumbers(places.folder)).slice(0, MAX_GENERATIONS_TRIED)) {
    const folder = generationFolder(places.folder, number);
    const loaded = await loadGeneration({ number, folder }, places.rootJson);
    const name = `gen-${number}`;
    if (!loaded.ok) {
      failures.push(inPlace(name, loaded.failure));
      continue;
    }
    const lower = judgeHeights(loaded.value.heights, marks);
    if (lower === undefined || best === undefined) {
      best = { generation: loaded.value, isFirst: failures.length === 0 };
    }
    if (lower === undefined) break;
    failures.push(inPlace(name, lower));
  }
  return withFactory(places, marks, { best, failures });
}

interface Climb {
  readonly best: { readonly generation: Generation; readonly isFirst: boolean } | undefined;
  readonly failures: readonly TrustFailure[];
}

/** The installer's set comes last, unless a new installer brought one newer than all we hold. */
async function withFactory(
  { factoryFolder, rootJson }: LadderPlaces,
  marks: HighWaterMarks | undefined,
  { best, failures }: Climb,
): Promise<LadderAnswer> {
  const held: FoundState | undefined = best && {
    generation: best.generation,
    source: best.isFirst ? 'current' : 'previous',
    degraded: [...failures, ...best.generation.faults],
  };
  if (factoryFolder === undefined) return { found: held, notes: failures };
  const factory = await loadGeneration({ number: undefined, folder: factoryFolder }, rootJson);
  if (!factory.ok) {
    const notes = [...failures, inPlace('factory', factory.failure)];
    return { found: held, notes };
  }
  // Nothing but signed times dates it: a terminal that was never online knows no better.
  if (held !== undefined && !isNewer(factory.value, held.generation)) {
    return { found: held, notes: failures };
  }
  const lower = judgeHeights(factory.value.heights, marks);
  const degraded = lower === undefined ? failures : [...failures, inPlace('factory', lower)];
  return { found: { generation: factory.value, source: 'factory', degraded }, notes: failures };
}

/** Whether a state is ahead of another in its timestamp and behind in nothing. */
function isNewer(one: Generation, other: Generation): boolean {
  if (one.versions.timestamp <= other.versions.timestamp) return false;
  return judgeHeights(one.heights, other.heights) === undefined;
}

function inPlace(place: string, why: TrustFailure): TrustFailure {
  return { ...why, detail: why.detail === undefined ? place : `${place}: ${why.detail}` };
}
