import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { MAX_METADATA_BYTES } from '../trust/limits.ts';
import type { TrustFailure } from '../trust/trust-failure.ts';
import { verifyRepositoryFolder } from '../trust/verify-repository.ts';

/** A trust repository folder, the root to start from, and the time to judge expiry by. */
export interface RepositoryToOpen {
  readonly folder: string;
  /** File named on the command line. */
  readonly root: string | undefined;
  readonly now: EpochSeconds;
}

/** A release carries the root of trust beside the program; a checkout has none. */
const SHIPPED_ROOT = join(import.meta.dirname, '../../resources/trust/root.json');

/**
 * Opens a trust repository folder without any network, by the checks of a synchronisation. Its
 * data counts as synchronised at the time it is judged at: everything in it, the timestamp above
 * all, has to be unexpired then, and an unexpired timestamp is the office's word that nothing newer
 * exists. The failure is a sentence.
 */
export async function openRepository(
  request: RepositoryToOpen,
): Promise<Result<TrustBundle, string>> {
  const rootJson = await readRoot(request.root ?? SHIPPED_ROOT);
  if (rootJson === undefined) {
    return failure(
      request.root === undefined
        ? 'no root of trust: name its file with --root ROOT.json'
        : `the root of trust cannot be read: ${request.root}`,
    );
  }
  const { folder, now } = request;
  const verified = await verifyRepositoryFolder({ folder, rootJson, now });
  if (!verified.ok)
    return failure(`the trust repository is not used: ${explain(verified.failure)}`);
  const currentAsOf = { issuers: now, policy: now, status: now };
  return success({ ...verified.value.bundle, currentAsOf });
}

async function readRoot(file: string): Promise<Uint8Array | undefined> {
  try {
    const information = await stat(file);
    if (!information.isFile() || information.size > MAX_METADATA_BYTES.root) return undefined;
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}

function explain({ code, subject, detail }: TrustFailure): string {
  const about = [subject, detail].filter((part) => part !== undefined).join(', ');
  return about === '' ? code : `${code} (${about})`;
}
