import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  MAX_STATUS_LIST_BYTES,
  MAX_STATUS_LISTS,
  MAX_TRUST_DOCUMENT_BYTES,
} from '../../shared/limits.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { parseJsonDocument } from '../../shared/trust/json-document.ts';
import {
  assembleTrustBundle,
  type BundleFailure,
  type BundleFiles,
  type TrustBundle,
} from '../../shared/trust/trust-bundle.ts';

/**
 * A bundle folder holds `issuers.json`, `policy.json` and `status/<name>`, and, where a sync made
 * it, `sync-record.json` with the time each kind of data was last known to be current.
 */
export type LoadFailure =
  | BundleFailure
  | {
      readonly document: 'folder';
      readonly failure: { readonly code: 'unreadable'; readonly file: string };
    };

const Time = v.pipe(v.number(), v.safeInteger());
const SyncRecord = v.object({
  currentAsOf: v.object({ issuers: Time, policy: Time, status: Time }),
});

// Names are looked up exactly, so anything else in the folder is not a list of ours.
const STATUS_LIST_FILE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Reads a bundle folder into a verified value. No file is read that is larger than its limit.
 * @param now stands in for the sync time when nothing in the folder tells it
 */
export async function loadBundleFolder(
  folder: string,
  now: EpochSeconds,
): Promise<Result<TrustBundle, LoadFailure>> {
  const issuers = await readBounded(join(folder, 'issuers.json'), MAX_TRUST_DOCUMENT_BYTES);
  if (issuers === undefined) return unreadable('issuers.json');
  const policy = await readBounded(join(folder, 'policy.json'), MAX_TRUST_DOCUMENT_BYTES);
  if (policy === undefined) return unreadable('policy.json');
  const statusLists = await readStatusLists(join(folder, 'status'));
  const currentAsOf = await readSyncRecord(join(folder, 'sync-record.json'));
  const files: BundleFiles = { issuers, policy, statusLists };
  return assembleTrustBundle(currentAsOf ? { ...files, currentAsOf } : files, now);
}

function unreadable(file: string): Result<never, LoadFailure> {
  return failure({ document: 'folder', failure: { code: 'unreadable', file } });
}

async function readStatusLists(folder: string): Promise<Map<string, Uint8Array>> {
  const lists = new Map<string, Uint8Array>();
  const names = (await listFolder(folder)).filter((name) => STATUS_LIST_FILE.test(name)).sort();
  // One more than allowed is enough for the assembly to refuse the whole.
  for (const name of names.slice(0, MAX_STATUS_LISTS + 1)) {
    const bytes = await readBounded(join(folder, name), MAX_STATUS_LIST_BYTES);
    if (bytes !== undefined) lists.set(`status/${name}`, bytes);
  }
  return lists;
}

async function readSyncRecord(file: string): Promise<BundleFiles['currentAsOf']> {
  const bytes = await readBounded(file, MAX_TRUST_DOCUMENT_BYTES);
  const record = bytes && parseJsonDocument(SyncRecord, bytes);
  return record?.ok ? record.value.currentAsOf : undefined;
}

// A file that cannot be read is a file that is not there: the caller says which one it needed.
async function readBounded(file: string, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    const information = await stat(file);
    if (!information.isFile() || information.size > maxBytes) return undefined;
    return await readFile(file);
  } catch (error) {
    if (isFileSystemError(error)) return undefined;
    throw error;
  }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isFileSystemError(error)) return [];
    throw error;
  }
}

function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
