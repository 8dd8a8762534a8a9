import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CurrentTrust,
  openTrustStore,
  type TrustStore,
  type TrustStoreOptions,
} from '../../electron/trust/trust-store.ts';
import { failure } from '../../shared/result.ts';
import { openTestRepositoryCopies, type TestRepository } from '../world/test-repository.ts';
import { TEST_NOW } from '../world/test-world.ts';

/** An office and a terminal that takes over its repository as a folder, without any network. */
export interface StoreKiosk {
  readonly folder: string;
  readonly storeFolder: string;
  readonly office: TestRepository;
  open(options?: Partial<TrustStoreOptions>): Promise<TrustStore>;
  /** Copies the office's repository into a staging folder and commits it. */
  take(store: TrustStore, now?: number): ReturnType<TrustStore['commit']>;
  close(): void;
}

const makeOffice = openTestRepositoryCopies({ listSize: 1_024 });

/** Sets up both in a temporary folder. */
export function openStoreKiosk(): StoreKiosk {
  const folder = mkdtempSync(join(tmpdir(), 'trust-store-'));
  const storeFolder = join(folder, 'store');
  const office = makeOffice(folder);
  const { rootJson } = office;
  return {
    folder,
    storeFolder,
    office,
    open: (options = {}) => openTrustStore({ folder: storeFolder, rootJson, ...options }),
    take: async (store, now = TEST_NOW) => {
      const staging = await store.beginStaging();
      if (!staging.ok) return staging;
      try {
        cpSync(office.repositoryFolder, staging.value.folder, { recursive: true });
      } catch (error) {
        // On a disk that is really full; a synchronisation would meet it at the same place.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        await store.abandon(staging.value);
        return failure({ code: 'disk-error' });
      }
      return store.commit(staging.value, { currentAsOf: allAt(now), now });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same moment for every kind of data. */
export function allAt(now: number): CurrentTrust['bundle']['currentAsOf'] {
  return { issuers: now, policy: now, status: now };
}

/** The answer of a commit in one word. */
export function codeOf(answer: Awaited<ReturnType<TrustStore['commit']>>): string {
  return answer.ok ? 'committed' : answer.failure.code;
}
