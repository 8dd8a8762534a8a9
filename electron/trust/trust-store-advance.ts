import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '../../shared/result.ts';
import {
  type GenerationRecord,
  generationFolder,
  generationNumbers,
  withCurrency,
} from './generation.ts';
import { type HighWaterMarks, raiseMarks } from './high-water-marks.ts';
import { KEPT_GENERATIONS } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { CurrentTrust, Staging } from './trust-store.ts';
import {
  assembleGeneration,
  type CommitRecord,
  isUnchanged,
  judgeCandidate,
  recordOf,
  redateGeneration,
} from './trust-store-commit.ts';
import { onDisk, replaceFile, type TrustDisk } from './trust-store-disk.ts';
import type { StoreLock } from './trust-store-lock.ts';
import { saveMarks } from './trust-store-marks.ts';
import type { StoreState } from './trust-store-state.ts';
import type { VerifiedRepository } from './verify-repository.ts';

const BUSY: TrustFailure = { code: 'busy', subject: 'staging' };

/** One staging, from its begin to its commit or end. */
export interface Session {
  readonly lock: StoreLock;
  readonly staging: Staging;
  readonly assembly: string;
}

interface CommitParts {
  readonly disk: TrustDisk;
  readonly state: StoreState;
  readonly session: Session;
}

/** Verifies a staging folder and makes it current. */
export async function advance(
  parts: CommitParts,
  commitRecord: CommitRecord,
): Promise<Result<CurrentTrust, TrustFailure>> {
  const { state, session } = parts;
  const { rootJson } = state.options;
  const candidate = { folder: session.staging.folder, rootJson, marks: state.marks() };
  const verified = await judgeCandidate({ ...candidate, now: commitRecord.now });
  if (!verified.ok) return verified;
  const record = recordOf(commitRecord);
  const held = state.current();
  const isSame = held?.degraded.length === 0 && isUnchanged(state.generation(), verified.value);
  const committed = isSame
    ? await redate(parts, verified.value, record)
    : await addGeneration(parts, verified.value, record);
  if (!committed.ok) return committed;
  const current = state.current();
  return current === undefined ? failure(BUSY) : success(current);
}

/** Nothing new: only the date of the state in use is written. */
async function redate(
  { disk, state, session }: CommitParts,
  verified: VerifiedRepository,
  record: GenerationRecord,
): Promise<Result<void, TrustFailure>> {
  const held = state.generation();
  if (held === undefined || !(await session.lock.isHeld())) return failure(BUSY);
  await redateGeneration(disk, held, record);
  const marks = raiseMarks(state.marks(), verified.heights, record.syncedAt);
  const { sequence } = state.stored();
  const saved = await saveMarks(disk, state.options.folder, { sequence: sequence + 1, marks });
  const bundle = withCurrency(verified, record.currentAsOf);
  const generation = { ...held, bundle, syncedAt: record.syncedAt };
  state.take({ generation, source: 'current', degraded: [] }, marks);
  state.note(saved.faults);
  return success(undefined);
}

/**
 * The order makes every instant a good one to lose power at. Before the rename the new generation
 * does not exist; after it a start would find it whole, as the newest that verifies; the marks
 * follow, so that nothing older is taken from here on; the pointer and the pruning are tidiness.
 */
async function addGeneration(
  parts: CommitParts,
  verified: VerifiedRepository,
  record: GenerationRecord,
): Promise<Result<void, TrustFailure>> {
  const { disk, state, session } = parts;
  const { folder } = state.options;
  const { assembly, staging, lock } = session;
  await assembleGeneration(disk, { staging: staging.folder, target: assembly, verified, record });
  const numbers = await generationNumbers(folder);
  const number = (numbers[0] ?? 0) + 1;
  const target = generationFolder(folder, number);
  // Somebody who took us for dead may have changed the store meanwhile.
  if (!(await lock.isHeld())) return failure(BUSY);
  const marks = raiseMarks(state.marks(), verified.heights, record.syncedAt);
  const placed = await place(parts, target, marks);
  if (!placed.ok) return placed;
  const before = state.generation()?.number ?? numbers[0];
  const { files: _, ...opened } = verified;
  const bundle = withCurrency(verified, record.currentAsOf);
  const common = { number, folder: target, syncedAt: record.syncedAt, faults: [] };
  const generation = { ...opened, bundle, ...common };
  state.take({ generation, source: 'current', degraded: [] }, marks);
  state.note(placed.value);
  state.note(await finish(disk, folder, [number, before]));
  return success(undefined);
}

/** What a start could do without: the pointer, and room for the next. The commit stands already. */
async function finish(
  disk: TrustDisk,
  folder: string,
  kept: readonly [number, number | undefined],
): Promise<readonly TrustFailure[]> {
  const finished = await onDisk(async () => {
    await pointTo(disk, folder, kept[0]);
    return success(await prune(disk, folder, kept));
  });
  return finished.ok ? [] : [finished.failure];
}

/** Renames the generation into place and raises the marks, or takes it away again. */
async function place(
  { disk, state, session }: CommitParts,
  target: string,
  marks: HighWaterMarks,
): Promise<Result<readonly TrustFailure[], TrustFailure>> {
  const { folder } = state.options;
  const sequence = state.stored().sequence + 1;
  const placed = await onDisk(async () => {
    await disk.rename(session.assembly, target);
    await disk.force(folder);
    const { hold, faults } = await saveMarks(disk, folder, { sequence, marks });
    return hold ? success(faults) : failure(faults[0] ?? { code: 'disk-error' });
  });
  // Should that fail too, a start takes it up: it has been verified, and nothing newer is known.
  if (!placed.ok) await onDisk(async () => success(await disk.remove(target)));
  return placed;
}

/** Says which generation is current, for people and tools; a start finds it without. */
export async function pointTo(
  disk: TrustDisk,
  folder: string,
  number: number,
): Promise<Result<void, TrustFailure>> {
  const file = join(folder, 'CURRENT');
  const content = `gen-${number}\n`;
  const now = await readFile(file, 'utf8').catch(() => '');
  if (now !== content) await replaceFile(disk, file, content);
  return success(undefined);
}

/** Keeps the new generation and the one that was in use before it. */
async function prune(
  disk: TrustDisk,
  folder: string,
  wanted: readonly (number | undefined)[],
): Promise<void> {
  const kept = new Set(wanted.slice(0, KEPT_GENERATIONS));
  for (const number of await generationNumbers(folder)) {
    if (!kept.has(number)) await disk.remove(generationFolder(folder, number));
  }
}
