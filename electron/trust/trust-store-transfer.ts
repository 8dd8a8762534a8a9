import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { CurrentTrust, TrustStore } from './trust-store.ts';
import { judgeCandidate } from './trust-store-commit.ts';
import { onDisk, realDisk } from './trust-store-disk.ts';
import { copyState } from './trust-store-staging.ts';
import { type VerifiedRepository, verifyRepositoryFolder } from './verify-repository.ts';

/** What a person sees before a folder is taken over. */
export interface ImportPreview {
  readonly versions: VerifiedRepository['versions'];
  readonly expires: VerifiedRepository['expires'];
  readonly issuersVersion: number;
  readonly policyVersion: number;
  readonly domain: 'production' | 'demo';
  /** Newest signing time in it, if anything in it is dated. */
  readonly signedAt: EpochSeconds | undefined;
  /** Versions in use now, to compare with. */
  readonly held: VerifiedRepository['versions'] | undefined;
}

/** Verifies a folder, for example on a USB stick, as an import would, and changes nothing. */
export async function previewImport(
  store: TrustStore,
  folder: string,
  now: EpochSeconds,
): Promise<Result<ImportPreview, TrustFailure>> {
  const verified = await judgeFolder(store, folder, now);
  if (!verified.ok) return verified;
  const { versions, expires, bundle } = verified.value;
  return success({
    ...{ versions, expires, issuersVersion: bundle.issuersVersion },
    ...{ policyVersion: bundle.policy.version, domain: bundle.policy.domain },
    ...{ signedAt: bundle.latestSignedTime, held: store.current()?.versions },
  });
}

/**
 * Takes a folder over through the same staging, checks and commit as a synchronisation. An
 * unexpired timestamp vouches for being the newest, wherever the bytes came from, so the data
 * counts as current now.
 */
export async function importRepository(
  store: TrustStore,
  folder: string,
  now: EpochSeconds,
): Promise<Result<CurrentTrust, TrustFailure>> {
  // Verified where it lies, so that nothing unsigned is copied; and again in the copy, because
  // whoever made the stick may change it in between.
  const verified = await judgeFolder(store, folder, now);
  if (!verified.ok) return verified;
  const staging = await store.beginStaging();
  if (!staging.ok) return staging;
  const source = { ...verified.value, folder };
  const target = staging.value.folder;
  const copied = await onDisk(async () => success(await copyState(realDisk, source, target)));
  if (copied.ok) {
    return store.commit(staging.value, {
      currentAsOf: { issuers: now, policy: now, status: now },
      now,
    });
  }
  await store.abandon(staging.value);
  return copied;
}

/**
 * Writes the state in use as a plain repository folder for the next machine, and reads it back.
 * Without a network for longer than the timestamp is valid nobody can import it any more.
 */
export async function exportRepository(
  store: TrustStore,
  targetFolder: string,
): Promise<Result<VerifiedRepository['versions'], TrustFailure>> {
  const current = store.current();
  if (current === undefined) return failure({ code: 'not-a-repository', detail: 'nothing held' });
  const copied = await onDisk(async () =>
    success(await copyState(realDisk, current, targetFolder)),
  );
  if (!copied.ok) return copied;
  const { rootJson } = store;
  const request = { folder: targetFolder, rootJson, now: 'ignore-expiry' } as const;
  const verified = await verifyRepositoryFolder(request);
  return verified.ok ? success(verified.value.versions) : verified;
}

function judgeFolder(store: TrustStore, folder: string, now: EpochSeconds) {
  return judgeCandidate({ folder, rootJson: store.rootJson, now, marks: store.marks() });
}
