import { join } from 'node:path';
import type {
  ImportedReply,
  ImportPreviewReply,
  WrittenReply,
} from '../../shared/ipc/staff-replies.ts';
import type { Clock } from '../ports.ts';
import type { TrustPlan } from '../trust/choose-folder.ts';
import { readRoot } from '../trust/folder-source.ts';
import type { TrustFailure } from '../trust/trust-failure.ts';
import { openTrustStore, type TrustStore } from '../trust/trust-store.ts';
import {
  exportRepository,
  importRepository,
  previewImport,
} from '../trust/trust-store-transfer.ts';

/** Brings trust data from a folder and takes it to one, with every check a synchronisation makes. */
export interface TrustTransfer {
  /** Verifies a folder and says what is in it; changes nothing. */
  preview(folder: string): Promise<ImportPreviewReply>;
  import(folder: string): Promise<ImportedReply>;
  /** Writes what is held into a new folder on a drive. */
  export(drive: string): Promise<WrittenReply>;
}

/** Opens the way in and out of the store. */
export function createTrustTransfer(
  plan: Extract<TrustPlan, { kind: 'store' }>,
  clock: Clock,
  adopt: () => Promise<void>,
): TrustTransfer {
  // Opened anew each time: the synchronising process may have committed since.
  const open = async (): Promise<TrustStore | undefined> => {
    const { folder, factoryFolder } = plan;
    const rootJson = await readRoot(plan.rootFile);
    return rootJson && openTrustStore({ folder, factoryFolder, rootJson });
  };
  return {
    preview: async (folder) => {
      const store = await open();
      if (store === undefined) return failed({ code: 'malformed-metadata' });
      const preview = await previewImport(store, folder, clock.now());
      if (!preview.ok) return failed(preview.failure);
      const { domain, issuersVersion, policyVersion, versions, expires } = preview.value;
      return {
        result: 'found',
        ...{ domain, issuersVersion, policyVersion },
        timestampVersion: versions.timestamp,
        signedAt: preview.value.signedAt ?? null,
        expires: expires.timestamp,
        heldTimestampVersion: preview.value.held?.timestamp ?? null,
      };
    },
    import: async (folder) => {
      const store = await open();
      if (store === undefined) return failed({ code: 'malformed-metadata' });
      const imported = await importRepository(store, folder, clock.now());
      if (!imported.ok) return failed(imported.failure);
      await adopt();
      return { result: 'imported', timestampVersion: imported.value.versions.timestamp };
    },
    export: async (drive) => {
      const store = await open();
      if (store === undefined) return failed({ code: 'malformed-metadata' });
      const target = join(drive, `public-credit-trust-${store.current()?.versions.timestamp ?? 0}`);
      const exported = await exportRepository(store, target);
      return exported.ok ? { result: 'written', path: target } : failed(exported.failure);
    },
  };
}

function failed({ code }: TrustFailure): { result: 'failed'; code: TrustFailure['code'] } {
  return { result: 'failed', code };
}
