import type { EpochSeconds } from '../../shared/time.ts';
import { expiryOf } from '../repository/refresh.ts';
import { readRepositoryState } from '../repository/repository-state.ts';
import type { SharedStore } from '../store/office-store.ts';

/** Whether the server does what it is there for, part by part. */
export interface Health {
  readonly isHealthy: boolean;
  readonly parts: Readonly<Record<'repository' | 'store', PartHealth>>;
  /** When the timestamp that kiosks ask for ends; missing when it cannot be read. */
  readonly timestampExpires?: EpochSeconds;
}

/** `closed`: this server has no such part. */
export type PartHealth = 'ok' | 'closed' | 'expired' | 'unreadable';

/** What is looked at. */
export interface HealthSubjects {
  readonly repositoryFolder: string;
  readonly store: SharedStore | undefined;
}

/** Looks at the repository and the store. */
export async function checkHealth(
  { repositoryFolder, store }: HealthSubjects,
  now: EpochSeconds,
): Promise<Health> {
  const timestampExpires = timestampExpiry(repositoryFolder);
  const parts = {
    repository: repositoryHealth(timestampExpires, now),
    store: await storeHealth(store),
  };
  const isHealthy = Object.values(parts).every((part) => part === 'ok' || part === 'closed');
  return { isHealthy, parts, ...(timestampExpires === undefined ? {} : { timestampExpires }) };
}

function repositoryHealth(expires: EpochSeconds | undefined, now: EpochSeconds): PartHealth {
  if (expires === undefined) return 'unreadable';
  return expires > now ? 'ok' : 'expired';
}

function timestampExpiry(folder: string): EpochSeconds | undefined {
  try {
    return expiryOf(readRepositoryState(folder), 'timestamp');
  } catch {
    // Whatever the damage is, it is the answer; `publish` names it.
    return undefined;
  }
}

async function storeHealth(store: SharedStore | undefined): Promise<PartHealth> {
  if (store === undefined) return 'closed';
  try {
    await store.companies.companiesAfter('', 1);
    return 'ok';
  } catch {
    // A full or vanished disk; the server's log holds what the pages met.
    return 'unreadable';
  }
}
