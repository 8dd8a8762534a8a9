import type { SyncStep } from '../../shared/ipc/sync-state.ts';
import {
  CLOCK_TOLERANCE_SECONDS,
  MAX_STATUS_LIST_BYTES,
  MAX_TRUST_DOCUMENT_BYTES,
} from '../../shared/limits.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { FetchPort } from './fetch-port.ts';
import { latestMarkedTime } from './high-water-marks.ts';
import { syncFiles } from './sync-files.ts';
import { openSyncFolder } from './sync-folder.ts';
import type { SyncDone, SyncTask } from './sync-messages.ts';
import type { TrustFailure } from './trust-failure.ts';
import { openTrustStore, type TrustStore } from './trust-store.ts';
import { syncMetadata } from './tuf-sync.ts';
import { type ListedFile, selectFiles } from './verify-repository-targets.ts';

/** What a synchronisation runs with; both clocks in milliseconds. */
export interface SyncTools {
  readonly port: FetchPort;
  readonly tell: (step: SyncStep) => void;
  readonly wallClock: () => number;
  readonly steadyClock: () => number;
}

type Outcome = Result<SyncDone, TrustFailure>;

/**
 * One synchronisation: fetch what is new beside a copy of what is held, then let the store verify
 * the whole and commit it by one rename. Whatever fails, the state held before stays as it was.
 */
export async function syncIntoStore(task: SyncTask, tools: SyncTools): Promise<Outcome> {
  const isClockSteady = watchClock(tools);
  const store = await openTrustStore(task);
  const known = latestMarkedTime(store.marks());
  if (known !== undefined && task.now < known - CLOCK_TOLERANCE_SECONDS) {
    return failure({ code: 'clock-implausible', detail: 'behind what is known' });
  }
  const staging = await store.beginStaging();
  if (!staging.ok) return staging;
  const fetched = await fetchInto(staging.value.folder, task, tools);
  const isSteady = isClockSteady();
  if (!fetched.ok || !isSteady) {
    await store.abandon(staging.value);
    return fetched.ok ? failure({ code: 'clock-implausible', detail: 'set meanwhile' }) : fetched;
  }
  tools.tell('committing');
  return commit({ store, staging: staging.value, task, changed: fetched.value });
}

async function fetchInto(
  stagingFolder: string,
  { rootJson, now }: SyncTask,
  { port, tell }: SyncTools,
): Promise<Result<boolean, TrustFailure>> {
  const folder = openSyncFolder(stagingFolder, port);
  const metadata = await syncMetadata({ folder, rootJson, now, tell });
  if (!metadata.ok) return metadata;
  const listed = selectFiles(metadata.value.roles);
  if (!listed.ok) return listed;
  const tooLarge = listed.value.find((file) => file.length > maxBytesOf(file));
  if (tooLarge !== undefined) return failure({ code: 'too-large', subject: tooLarge.name });
  tell('files');
  const files = await syncFiles(folder, listed.value);
  return files.ok ? success(metadata.value.changed || files.value > 0) : files;
}

function maxBytesOf({ name }: ListedFile): number {
  return name.startsWith('status/') ? MAX_STATUS_LIST_BYTES : MAX_TRUST_DOCUMENT_BYTES;
}

interface Commit {
  readonly store: TrustStore;
  readonly staging: Parameters<TrustStore['commit']>[0];
  readonly task: SyncTask;
  readonly changed: boolean;
}

async function commit({ store, staging, task, changed }: Commit): Promise<Outcome> {
  const { now } = task;
  // The moment the first request was sent: everything was current then, and no later moment is known.
  const currentAsOf = { issuers: now, policy: now, status: now };
  const committed = await store.commit(staging, { currentAsOf, now });
  if (!committed.ok) return committed;
  return success({ changed });
}

/**
 * Whether the time of day has run as the steady clock does. Recording a sync under a clock that was
 * set meanwhile could raise the high-water mark above the right time, and nothing could be judged.
 */
function watchClock({ wallClock, steadyClock }: SyncTools): () => boolean {
  const lead = (): number => wallClock() - steadyClock();
  const before = lead();
  return () => Math.abs(lead() - before) <= CLOCK_TOLERANCE_SECONDS * 1_000;
}
