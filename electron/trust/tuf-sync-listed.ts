import { success } from '../../shared/result.ts';
import { MAX_METADATA_BYTES } from './limits.ts';
import type { Body, MetadataKind, MetaEntry } from './tuf-metadata.ts';
import { judge } from './tuf-sync-judge.ts';
import type { Session, Step } from './tuf-sync-session.ts';
import type { Timestamps } from './tuf-sync-timestamp.ts';
import type { TargetRoles } from './verify-repository-targets.ts';

/** The snapshot the timestamp names; no version in it may be lower than in the last one. */
export async function syncSnapshot(session: Session, stamps: Timestamps): Step<Body<'snapshot'>> {
  const { folder, tuf } = session;
  const listedAs = stamps.newest.meta['snapshot.json'];
  const known = stamps.before?.meta['snapshot.json'].version;
  const requestFor = (version: number) => {
    return { path: `metadata/${version}.snapshot.json`, maxBytes: MAX_METADATA_BYTES.snapshot };
  };
  const local = known === undefined ? undefined : await folder.local(requestFor(known));
  if (local) {
    const accept = (bytes: Uint8Array): void => void tuf.updateSnapshot(Buffer.from(bytes), true);
    const judged = judge({ kind: 'snapshot', role: 'snapshot', bytes: local, accept });
    // Otherwise it stays in the set as the one whose versions must not go back.
    if (judged.ok && known === listedAs.version) return judged;
  }
  const accept = (bytes: Uint8Array): void => void tuf.updateSnapshot(Buffer.from(bytes));
  const wanted = { kind: 'snapshot', role: 'snapshot', listedAs, accept } as const;
  return fetchListed(session, wanted);
}

/** The three roles that list files, each in the version the snapshot names. */
export async function syncTargetRoles(
  session: Session,
  { meta }: Body<'snapshot'>,
): Step<TargetRoles> {
  const syncRole = async (role: keyof TargetRoles): Step<Body<'targets'>> => {
    const delegator = role === 'targets' ? 'root' : 'targets';
    const accept = (bytes: Uint8Array): void =>
      session.tuf.updateDelegatedTargets(Buffer.from(bytes), role, delegator);
    const wanted = { kind: 'targets', role, listedAs: meta[`${role}.json`], accept } as const;
    const path = `metadata/${wanted.listedAs.version}.${role}.json`;
    const local = await session.folder.local({ path, maxBytes: MAX_METADATA_BYTES.targets });
    const judged = local && judge({ ...wanted, bytes: local });
    if (judged?.ok) return judged;
    session.changed = true;
    return fetchListed(session, wanted);
  };
  const targets = await syncRole('targets');
  if (!targets.ok) return targets;
  const policy = await syncRole('policy');
  if (!policy.ok) return policy;
  const status = await syncRole('status');
  if (!status.ok) return status;
  return success({ targets: targets.value, policy: policy.value, status: status.value });
}

interface Listed<Kind extends MetadataKind> {
  readonly kind: Kind;
  readonly role: string;
  readonly listedAs: MetaEntry;
  readonly accept: (bytes: Uint8Array) => void;
}

/** Fetches the one version of a role that trusted metadata names. */
async function fetchListed<Kind extends MetadataKind>(
  { folder }: Session,
  wanted: Listed<Kind>,
): Step<Body<Kind>> {
  const path = `metadata/${wanted.listedAs.version}.${wanted.role}.json`;
  const limit = MAX_METADATA_BYTES[wanted.kind];
  const maxBytes = Math.min(limit, wanted.listedAs.length ?? limit);
  const fetched = await folder.remote({ path, maxBytes });
  if (!fetched.ok) return fetched;
  const judged = judge({ ...wanted, bytes: fetched.value });
  if (!judged.ok) return judged;
  const saved = await folder.save(path, fetched.value);
  return saved.ok ? judged : saved;
}
