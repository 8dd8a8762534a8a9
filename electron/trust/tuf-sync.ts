import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { type Result, success } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';
import { judgedByTuf } from './tuf-sync-errors.ts';
import { readForm } from './tuf-sync-judge.ts';
import { syncSnapshot, syncTargetRoles } from './tuf-sync-listed.ts';
import { syncRoots } from './tuf-sync-roots.ts';
import type { MetadataSync, Session, Step } from './tuf-sync-session.ts';
import { syncTimestamp } from './tuf-sync-timestamp.ts';
import type { TargetRoles } from './verify-repository-targets.ts';

/** What the metadata says now. */
export interface SyncedMetadata {
  readonly roles: TargetRoles;
  /** Whether anything but timestamp and snapshot is new. */
  readonly changed: boolean;
}

/**
 * The TUF client workflow (specification 1.0, §5.3–5.6) with the state machine of tuf-js 6.0.2
 * inside and everything around it our own. Its `Updater` is not used: it wraps failures into
 * sentences, writes into the live folder, keeps one root only and reads the time by itself.
 * What comes out is still verified again, by code that shares nothing with tuf-js, before it counts.
 */
export async function syncMetadata(sync: MetadataSync): Step<SyncedMetadata> {
  const shipped = readForm('root', 'root', sync.rootJson);
  if (!shipped.ok) return shipped;
  const tuf = openTrustedSet(sync);
  if (!tuf.ok) return tuf;
  const session: Session = { ...sync, tuf: tuf.value, changed: false };
  sync.tell('root');
  const rooted = await syncRoots(session, shipped.value.version);
  if (!rooted.ok) return rooted;
  sync.tell('timestamp');
  const timestamp = await syncTimestamp(session);
  if (!timestamp.ok) return timestamp;
  sync.tell('snapshot');
  const snapshot = await syncSnapshot(session, timestamp.value);
  if (!snapshot.ok) return snapshot;
  sync.tell('targets');
  const roles = await syncTargetRoles(session, snapshot.value);
  return roles.ok ? success({ roles: roles.value, changed: session.changed }) : roles;
}

function openTrustedSet({
  rootJson,
  now,
}: MetadataSync): Result<TrustedMetadataStore, TrustFailure> {
  let tuf: TrustedMetadataStore | undefined;
  const judged = judgedByTuf('root', () => {
    tuf = new TrustedMetadataStore(Buffer.from(rootJson));
    // tuf-js samples the system's time and has no argument for it; one synchronisation has one time.
    if (!Reflect.has(tuf, 'referenceTime')) throw new Error('tuf-js has changed its clock');
    Reflect.set(tuf, 'referenceTime', new Date(now * 1_000));
  });
  if (!judged.ok) return judged;
  if (tuf === undefined) throw new Error('unreachable');
  return success(tuf);
}
