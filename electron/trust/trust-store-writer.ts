import { failure, type Result, success } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { CurrentTrust, Staging } from './trust-store.ts';
import { advance, pointTo, type Session } from './trust-store-advance.ts';
import type { CommitRecord } from './trust-store-commit.ts';
import { onDisk, type TrustDisk } from './trust-store-disk.ts';
import { type StoreLock, takeLock } from './trust-store-lock.ts';
import { saveMarks } from './trust-store-marks.ts';
import { copyState, removeUnfinished, unfinishedFolders } from './trust-store-staging.ts';
import type { StoreState } from './trust-store-state.ts';

const BUSY: TrustFailure = { code: 'busy', subject: 'staging' };

/** What changes a store. One staging at a time, and only while the lock is held. */
export interface StoreWriter {
  /** At a start: reads, and repairs what needs it if nobody else is writing. */
  tidy(): Promise<void>;
  beginStaging(): Promise<Result<Staging, TrustFailure>>;
  commit(staging: Staging, record: CommitRecord): Promise<Result<CurrentTrust, TrustFailure>>;
  abandon(staging: Staging): Promise<void>;
}

/** Creates the writing side of a store. */
export function createWriter(disk: TrustDisk, state: StoreState): StoreWriter {
  const { folder } = state.options;
  let session: Session | undefined;
  let isTaken = false;

  const close = async (): Promise<void> => {
    const ending = session;
    session = undefined;
    if (ending === undefined) return;
    for (const left of [ending.staging.folder, ending.assembly]) {
      await onDisk(async () => success(await disk.remove(left)));
    }
    await ending.lock.release();
    isTaken = false;
  };

  const open = async (lock: StoreLock): Promise<Result<Staging, TrustFailure>> => {
    const { staging, assembly } = unfinishedFolders(folder);
    session = { lock, staging: { folder: staging }, assembly };
    const copied = await onDisk(async () => {
      await removeUnfinished(disk, folder);
      // Another process may have committed since we looked.
      await state.reload();
      return success(await copyState(disk, state.generation(), staging));
    });
    if (copied.ok) return success({ folder: staging });
    await close();
    return copied;
  };

  return {
    tidy: () => tidy(disk, state),
    beginStaging: async () => {
      if (isTaken) return failure(BUSY);
      isTaken = true;
      const lock = await takeLock(disk, folder);
      if (lock.ok) return open(lock.value);
      isTaken = false;
      return lock;
    },
    commit: async (staging, record) => {
      if (session?.staging.folder !== staging.folder) return failure(BUSY);
      const committing = session;
      try {
        return await onDisk(() => advance({ disk, state, session: committing }, record));
      } finally {
        await close();
      }
    },
    abandon: async (staging) => {
      if (session?.staging.folder === staging.folder) await close();
    },
  };
}

async function tidy(disk: TrustDisk, state: StoreState): Promise<void> {
  const { folder } = state.options;
  const made = await onDisk(async () => success(await disk.makeFolder(folder)));
  const lock = made.ok ? await takeLock(disk, folder) : made;
  if (!lock.ok) {
    await state.reload();
    // Reading is all it takes to serve a visitor; the next synchronisation says what is wrong.
    if (lock.failure.code !== 'busy') state.note([lock.failure]);
    return;
  }
  const tidied = await onDisk(async () => success(await removeUnfinished(disk, folder)));
  await state.reload();
  if (!tidied.ok) state.note([tidied.failure]);
  await repair(disk, state);
  await lock.value.release();
}

/** Writes anew what a cut commit or a fault left out of step. */
async function repair(disk: TrustDisk, state: StoreState): Promise<void> {
  const { folder } = state.options;
  const marks = state.marks();
  const { sequence, isStale } = state.stored();
  if (marks !== undefined && isStale) {
    state.note((await saveMarks(disk, folder, { sequence: sequence + 1, marks })).faults);
  }
  const number = state.generation()?.number;
  if (number === undefined || state.current()?.source !== 'current') return;
  const pointed = await onDisk(() => pointTo(disk, folder, number));
  if (!pointed.ok) state.note([pointed.failure]);
}
