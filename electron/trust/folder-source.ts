import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '../../shared/result.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { Clock, Log } from '../ports.ts';
import type { TrustPlan } from './choose-folder.ts';
import { MAX_METADATA_BYTES } from './limits.ts';
import { loadBundleFolder } from './load-bundle.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { TrustSource, TrustSourceFailure } from './trust-service.ts';
import { openTrustStore, type TrustStore } from './trust-store.ts';
import { verifyRepositoryFolder } from './verify-repository.ts';

/** What loading needs besides the place. */
export interface SourceParts {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Where the terminal's bundle comes from. A folder has nothing behind it to fall back on: an older
 * bundle would bring withdrawn certificates back to life. The store knows what it may fall back on.
 */
export async function createTrustSource(plan: TrustPlan, parts: SourceParts): Promise<TrustSource> {
  if (plan.kind === 'none') return failing('no-trust-folder');
  if (plan.kind === 'bundle-folder') {
    return { load: () => loadBundleFolder(plan.folder, parts.clock.now()) };
  }
  const rootJson = await readRoot(plan.rootFile);
  if (rootJson === undefined) return failing({ code: 'no-root' });
  if (plan.kind === 'repository-folder') return repositorySource(plan.folder, rootJson);
  const { folder, factoryFolder } = plan;
  return storeSource(() => openTrustStore({ folder, factoryFolder, rootJson }), parts.log);
}

/** The root of trust; `undefined` when the file is not there or cannot be one. */
export async function readRoot(file: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(file);
    return bytes.length > MAX_METADATA_BYTES.root ? undefined : new Uint8Array(bytes);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}

function failing(why: TrustSourceFailure): TrustSource {
  return { load: async () => failure(why) };
}

function repositorySource(folder: string, rootJson: Uint8Array): TrustSource {
  return {
    load: async () => {
      // How long data may be used is policy's business; expiry limits what a sync may accept.
      const verified = await verifyRepositoryFolder({ folder, rootJson, now: 'ignore-expiry' });
      return verified.ok ? success(verified.value.bundle) : verified;
    },
  };
}

function storeSource(open: () => Promise<TrustStore>, log: Log): TrustSource {
  let store: TrustStore | undefined;
  return {
    load: async () => {
      if (store === undefined) store = await open();
      else await store.reload();
      return describeStore(store, log);
    },
  };
}

function describeStore(store: TrustStore, log: Log): Result<TrustBundle, TrustSourceFailure> {
  logFailures('trust-note', store.notes(), log);
  const current = store.current();
  if (current === undefined) return failure({ code: 'store-empty' });
  logFailures('trust-degraded', current.degraded, log);
  log.info('trust-store', { source: current.source, timestamp: current.versions.timestamp });
  return success(current.bundle);
}

function logFailures(event: string, failures: readonly TrustFailure[], log: Log): void {
  for (const { code, subject = null } of failures) log.warn(event, { code, subject });
}
