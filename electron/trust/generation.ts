import { join } from 'node:path';
import * as v from 'valibot';
import { type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { TrustFailure } from './trust-failure.ts';
import { namesIn, readSealed } from './trust-store-files.ts';
import { type VerifiedRepository, verifyRepositoryFolder } from './verify-repository.ts';

/** A state on the disk, verified from the shipped root. */
export interface Generation extends Omit<VerifiedRepository, 'files'> {
  /** `undefined` for the installer's set. */
  readonly number: number | undefined;
  readonly folder: string;
  /** When the sync that made it took place, if its record is whole. */
  readonly syncedAt: EpochSeconds | undefined;
  /** What is wrong with it without making it unusable. */
  readonly faults: readonly TrustFailure[];
}

const Time = v.pipe(v.number(), v.safeInteger());
/** `record.json`: what a commit knows and no signature says. */
export const GenerationRecord = v.object({
  currentAsOf: v.object({ issuers: Time, policy: Time, status: Time }),
  syncedAt: Time,
});
export type GenerationRecord = v.InferOutput<typeof GenerationRecord>;
export const RECORD_FILE = 'record.json';

const GENERATION = /^gen-([1-9]\d{0,14})$/;

/** Numbers of the generations in a store, newest first. */
export async function generationNumbers(storeFolder: string): Promise<readonly number[]> {
  const names = await namesIn(storeFolder);
  const numbers = names.map((name) => Number(GENERATION.exec(name)?.[1] ?? 0));
  return numbers.filter((number) => number > 0).sort((left, right) => right - left);
}

/** Folder of a generation. */
export function generationFolder(storeFolder: string, number: number): string {
  return join(storeFolder, `gen-${number}`);
}

/**
 * Verifies a state on the disk from the shipped root, expiry left to policy: the disk may have been
 * changed by a fault or by somebody with a screwdriver since it was committed.
 */
export async function loadGeneration(
  place: { readonly number: number | undefined; readonly folder: string },
  rootJson: Uint8Array,
): Promise<Result<Generation, TrustFailure>> {
  const { folder } = place;
  const verified = await verifyRepositoryFolder({ folder, rootJson, now: 'ignore-expiry' });
  if (!verified.ok) return verified;
  const { files: _, ...state } = verified.value;
  if (place.number === undefined) {
    return success({ ...state, ...place, syncedAt: undefined, faults: [] });
  }
  const record = await readSealed(GenerationRecord, { folder, path: RECORD_FILE });
  if (!record.ok || record.value === undefined) {
    // Signed times still prove something; calling the data older than it is does no harm.
    const fault = record.ok ? missingRecord : record.failure;
    return success({ ...state, ...place, syncedAt: undefined, faults: [fault] });
  }
  const { currentAsOf, syncedAt } = record.value;
  const bundle = withCurrency(state, currentAsOf);
  return success({ ...state, bundle, ...place, syncedAt, faults: [] });
}

/**
 * The bundle with the recorded times. Nothing signs them, so no record can make data current
 * beyond the expiry of its timestamp: until then, and no longer, it vouched for being the newest.
 */
export function withCurrency(
  { bundle, expires }: Pick<VerifiedRepository, 'bundle' | 'expires'>,
  currentAsOf: TrustBundle['currentAsOf'],
): TrustBundle {
  const atMost = (time: EpochSeconds): EpochSeconds => Math.min(time, expires.timestamp);
  const { issuers, policy, status } = currentAsOf;
  const bounded = { issuers: atMost(issuers), policy: atMost(policy), status: atMost(status) };
  return { ...bundle, currentAsOf: bounded };
}

const missingRecord: TrustFailure = {
  code: 'wrong-content',
  subject: RECORD_FILE,
  detail: 'missing',
};
