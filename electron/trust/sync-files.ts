import { failure, type Result, success } from '../../shared/result.ts';
import type { SyncFolder } from './sync-folder.ts';
import type { TrustFailure } from './trust-failure.ts';
import { sha256Hex } from './verify-repository-files.ts';
import { type ListedFile, targetPath } from './verify-repository-targets.ts';

/** Requests at the same time; more would not be faster on the line of a hall. */
const PARALLEL_FETCHES = 4;

/** Fetches the listed files this machine has not got, and no others. Gives how many it fetched. */
export async function syncFiles(
  folder: SyncFolder,
  listed: readonly ListedFile[],
): Promise<Result<number, TrustFailure>> {
  const waiting = listed.values();
  let fetched = 0;
  let failed: TrustFailure | undefined;
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      if (failed !== undefined) return;
      const synced = await syncFile(folder, file);
      if (!synced.ok) failed = synced.failure;
      else if (synced.value === 'fetched') fetched += 1;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_FETCHES }, work));
  return failed === undefined ? success(fetched) : failure(failed);
}

async function syncFile(
  folder: SyncFolder,
  file: ListedFile,
): Promise<Result<'fetched' | 'had', TrustFailure>> {
  const request = { path: targetPath(file), maxBytes: file.length };
  const local = await folder.local(request);
  if (local && isAsListed(local, file)) return success('had');
  const fetched = await folder.remote(request);
  if (!fetched.ok) return fetched;
  if (!isAsListed(fetched.value, file)) {
    return failure({ code: 'wrong-content', subject: file.name });
  }
  const saved = await folder.save(request.path, fetched.value);
  return saved.ok ? success('fetched') : saved;
}

function isAsListed(bytes: Uint8Array, { length, hashes }: ListedFile): boolean {
  return bytes.length === length && sha256Hex(bytes) === hashes.sha256;
}
