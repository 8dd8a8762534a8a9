import { dirname, join } from 'node:path';
import { CLOCK_TOLERANCE_SECONDS } from '../../shared/limits.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { type Generation, type GenerationRecord, RECORD_FILE } from './generation.ts';
import { type HighWaterMarks, latestMarkedTime, TRUST_ROLES } from './high-water-marks.ts';
import { MAX_ROOT_ROTATIONS } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import { replaceFile, type TrustDisk } from './trust-store-disk.ts';
import { sealJson } from './trust-store-files.ts';
import { type VerifiedRepository, verifyRepositoryFolder } from './verify-repository.ts';
import { fileErrorCode } from './verify-repository-files.ts';
import { rootPath } from './verify-repository-root.ts';

/** What a commit records besides the files. */
export interface CommitRecord {
  /** When each kind of data was last known to be current. */
  readonly currentAsOf: TrustBundle['currentAsOf'];
  readonly now: EpochSeconds;
}

/** A staging folder and what it is judged by. */
export interface Candidate {
  readonly folder: string;
  readonly rootJson: Uint8Array;
  readonly now: EpochSeconds;
  readonly marks: HighWaterMarks | undefined;
}

/** Verifies what is to be committed: the clock, the whole repository, and its signing times. */
export async function judgeCandidate(
  candidate: Candidate,
): Promise<Result<VerifiedRepository, TrustFailure>> {
  const { folder, rootJson, now, marks } = candidate;
  // A clock that was set back would let expired data pass as fresh.
  const known = latestMarkedTime(marks);
  if (known !== undefined && now < known - CLOCK_TOLERANCE_SECONDS) {
    return failure({ code: 'clock-implausible', detail: `${now} after ${known}` });
  }
  const request = { folder, rootJson, now, highWaterMarks: marks };
  const verified = await verifyRepositoryFolder(request);
  if (!verified.ok) return verified;
  const { latestSignedTime } = verified.value.bundle;
  if (latestSignedTime !== undefined && latestSignedTime > now + CLOCK_TOLERANCE_SECONDS) {
    return failure({ code: 'clock-implausible', detail: `signed at ${latestSignedTime}` });
  }
  return verified;
}

/** Whether the state in use already is what was verified: then only its date changes. */
export function isUnchanged(held: Generation | undefined, found: VerifiedRepository): boolean {
  if (held?.number === undefined) return false;
  return TRUST_ROLES.every((role) => held.versions[role] === found.versions[role]);
}

/** The record of a commit; nothing can be current later than now. */
export function recordOf({ currentAsOf, now }: CommitRecord): GenerationRecord {
  const atMost = (time: EpochSeconds): EpochSeconds => Math.min(time, now);
  const { issuers, policy, status } = currentAsOf;
  const bounded = { issuers: atMost(issuers), policy: atMost(policy), status: atMost(status) };
  return { currentAsOf: bounded, syncedAt: now };
}

/** What a new generation is made of. */
export interface Assembly {
  readonly staging: string;
  /** Folder to build it in, beside the generations. */
  readonly target: string;
  readonly verified: VerifiedRepository;
  readonly record: GenerationRecord;
}

/**
 * Moves what was verified, and nothing else, into a folder of its own and forces all of it to the
 * disk, names included. Only then may it be renamed into place.
 */
export async function assembleGeneration(disk: TrustDisk, assembly: Assembly): Promise<void> {
  const { staging, target, verified, record } = assembly;
  const folders = new Set(verified.usedPaths.map((path) => dirname(path)));
  for (const folder of folders) await disk.makeFolder(join(target, folder));
  for (const path of verified.usedPaths) {
    await disk.rename(join(staging, path), join(target, path));
    await disk.force(join(target, path));
  }
  await keepOlderRoots(disk, assembly);
  await disk.writeFile(join(target, RECORD_FILE), sealJson(record));
  for (const folder of [...folders, '.']) await disk.force(join(target, folder));
}

/** Roots before the shipped one are of use to machines with an older installer, after an export. */
async function keepOlderRoots(disk: TrustDisk, assembly: Assembly): Promise<void> {
  const { staging, target, verified } = assembly;
  const used = new Set(verified.usedPaths);
  const newest = verified.versions.root;
  for (let version = Math.max(1, newest - MAX_ROOT_ROTATIONS); version <= newest; version++) {
    const path = rootPath(version);
    if (used.has(path)) continue;
    try {
      await disk.rename(join(staging, path), join(target, path));
    } catch (error) {
      if (fileErrorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** Dates the state in use anew without touching the rest of it. */
export async function redateGeneration(
  disk: TrustDisk,
  generation: Generation,
  record: GenerationRecord,
): Promise<void> {
  await replaceFile(disk, join(generation.folder, RECORD_FILE), sealJson(record));
}
