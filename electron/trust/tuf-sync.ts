import { EqualVersionError } from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { MAX_METADATA_BYTES, MAX_ROOT_ROTATIONS } from './limits.ts';
import type { SyncFolder } from './sync-folder.ts';
import type { TrustFailure } from './trust-failure.ts';
import { type Body, type MetadataKind, type MetaEntry, parseMetadata } from './tuf-metadata.ts';
import { judgedByTuf } from './tuf-sync-errors.ts';
import type { TargetRoles } from './verify-repository-targets.ts';

/** What a synchronisation of the metadata works with. */
export interface MetadataSync {
  readonly folder: SyncFolder;
  /** The shipped root of trust. */
  readonly rootJson: Uint8Array;
  readonly now: EpochSeconds;
  readonly tell: (step: 'root' | 'timestamp' | 'snapshot' | 'targets') => void;
}

/** What the metadata says now. */
export interface SyncedMetadata {
  readonly roles: TargetRoles;
  /** Whether anything but timestamp and snapshot is new. */
  readonly changed: boolean;
}

type Step<Value> = Promise<Result<Value, TrustFailure>>;

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

interface Session extends MetadataSync {
  readonly tuf: TrustedMetadataStore;
  changed: boolean;
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

/** Every root between the shipped one and the newest, one by one, each vouched for by the one before. */
async function syncRoots(session: Session, shippedVersion: number): Step<void> {
  const { folder, tuf } = session;
  for (let version = shippedVersion + 1; ; version += 1) {
    if (version > shippedVersion + MAX_ROOT_ROTATIONS) {
      return failure({ code: 'too-large', subject: 'root', detail: 'rotations' });
    }
    const request = { path: `metadata/${version}.root.json`, maxBytes: MAX_METADATA_BYTES.root };
    const accept = (bytes: Uint8Array): void => void tuf.updateRoot(Buffer.from(bytes));
    const local = await folder.local(request);
    if (local && judge({ kind: 'root', role: 'root', bytes: local, accept }).ok) continue;
    const fetched = await folder.remoteIfThere(request);
    if (!fetched.ok) return fetched;
    if (fetched.value === undefined) return success(undefined);
    const judged = judge({ kind: 'root', role: 'root', bytes: fetched.value, accept });
    if (!judged.ok) return judged;
    const saved = await folder.save(request.path, fetched.value);
    if (!saved.ok) return saved;
    session.changed = true;
  }
}

interface Timestamps {
  readonly newest: Body<'timestamp'>;
  /** The one of the last synchronisation, if it still counts. */
  readonly before: Body<'timestamp'> | undefined;
}

async function syncTimestamp(session: Session): Step<Timestamps> {
  const { folder, tuf, now } = session;
  const request = { path: 'metadata/timestamp.json', maxBytes: MAX_METADATA_BYTES.timestamp };
  const local = await folder.local(request);
  // An expired one still keeps older ones out; one by keys no longer trusted does not count.
  if (local) judgedByTuf('timestamp', () => tuf.updateTimestamp(Buffer.from(local)));
  const before = tuf.timestamp && local ? readForm('timestamp', 'timestamp', local) : undefined;
  const fetched = await folder.remote(request);
  if (!fetched.ok) return fetched;
  let isKnown = false;
  const accept = (bytes: Uint8Array): void => {
    isKnown = acceptTimestamp(tuf, bytes) === 'known';
  };
  const judged = judge({ kind: 'timestamp', role: 'timestamp', bytes: fetched.value, accept });
  if (!judged.ok) return judged;
  const newest = isKnown && before?.ok ? before.value : judged.value;
  if (newest.expires <= now) return failure({ code: 'expired', subject: 'timestamp' });
  const saved = isKnown ? success(undefined) : await folder.save(request.path, fetched.value);
  return saved.ok ? success({ newest, before: before?.ok ? before.value : undefined }) : saved;
}

function acceptTimestamp(tuf: TrustedMetadataStore, bytes: Uint8Array): 'new' | 'known' {
  try {
    tuf.updateTimestamp(Buffer.from(bytes));
    return 'new';
  } catch (error) {
    if (error instanceof EqualVersionError) return 'known';
    throw error;
  }
}

async function syncSnapshot(session: Session, stamps: Timestamps): Step<Body<'snapshot'>> {
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

async function syncTargetRoles(session: Session, { meta }: Body<'snapshot'>): Step<TargetRoles> {
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

interface Judged<Kind extends MetadataKind> {
  readonly kind: Kind;
  readonly role: string;
  readonly bytes: Uint8Array;
  readonly listedAs?: MetaEntry;
  readonly accept: (bytes: Uint8Array) => void;
}

/** Form first, by our own strict reader: tuf-js takes "garbage" for a date and never expires it. */
function judge<Kind extends MetadataKind>(file: Judged<Kind>): Result<Body<Kind>, TrustFailure> {
  const body = readForm(file.kind, file.role, file.bytes);
  if (!body.ok) return body;
  if (file.listedAs && file.listedAs.version !== body.value.version) {
    return failure({ code: 'inconsistent', subject: file.role, detail: 'version' });
  }
  const judged = judgedByTuf(file.role, () => file.accept(file.bytes));
  return judged.ok ? body : judged;
}

function readForm<Kind extends MetadataKind>(
  kind: Kind,
  role: string,
  bytes: Uint8Array,
): Result<Body<Kind>, TrustFailure> {
  const metadata = parseMetadata({ kind, role, bytes });
  if (metadata.ok) return success(metadata.value.body);
  // A page instead of a file: a captive portal, or an address that is no repository.
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart();
  const isPage = /^(?:ï»¿)?\s*</.test(start);
  return failure(isPage ? { code: 'not-a-repository', subject: role } : metadata.failure);
}
