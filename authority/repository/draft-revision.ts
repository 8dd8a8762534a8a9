import type { EpochSeconds } from '../../shared/time.ts';
import {
  commonFields,
  type Delegations,
  describeFile,
  type MetaEntry,
  type RoleKeys,
  type RootBody,
  signMetadata,
  type TargetEntry,
  type TargetsBody,
} from './metadata.ts';
import { metadataFile, TARGETS_ROLES, TIMESTAMP_FILE } from './repository-files.ts';
import type { RepositoryState } from './repository-state.ts';
import type { KeyRing, RoleSigner } from './role-signer.ts';
import { ROLE_PLANS, type Role, type TargetsRole, type TopRole } from './roles.ts';

type FileList = Readonly<Record<string, TargetEntry>>;

/** What the next state of a repository has that the old one had not. */
export interface Revision {
  readonly root?: RootBody;
  /** Roles whose list of files changed. */
  readonly lists?: Partial<Readonly<Record<TargetsRole, FileList>>>;
  readonly delegations?: Delegations;
  /** Roles to sign anew although nothing in them changed. */
  readonly renew?: ReadonlySet<Role>;
  /** New target files by path in the repository. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** The version now in force of each role that was signed anew. */
export type Revised = Partial<Record<Role, number>>;

/** Everything the next state depends on. */
export interface DraftInput {
  readonly keys: KeyRing;
  /** The state in force; a repository that is being made has published nothing. */
  readonly state: Pick<RepositoryState, 'root'> & Partial<RepositoryState>;
  readonly revision: Revision;
  readonly now: EpochSeconds;
}

/** Files in the order in which they have to appear. */
export interface Draft {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly revised: Revised;
}

/** Signs the next state without touching the disk. Throws when a key that has to sign is not at hand. */
export function draftRevision(input: DraftInput): Draft {
  const { revision } = input;
  const files = new Map(revision.files);
  const revised: Revised = {};
  const meta = addTargetsRoles(input, files, revised);
  addSnapshotAndTimestamp(input, meta, { files, revised });
  if (revision.root !== undefined) {
    const { root } = revision;
    files.set(metadataFile('root', root.version), signRoot(input, root));
    revised.root = root.version;
  }
  return { files, revised };
}

function addTargetsRoles(input: DraftInput, files: Map<string, Uint8Array>, revised: Revised) {
  const { revision, state } = input;
  const changed: Record<string, MetaEntry> = {};
  for (const role of TARGETS_ROLES) {
    const before = state.published?.targets[role];
    const list = revision.lists?.[role];
    const delegates = role === 'targets' && revision.delegations !== undefined;
    if (before && !list && !delegates && !revision.renew?.has(role)) continue;
    const delegations = role === 'targets' ? delegationsOf(input) : undefined;
    const body: TargetsBody = {
      ...nextFields(input, role, before?.version),
      _type: 'targets',
      targets: { ...(list ?? before?.targets) },
      ...(delegations && { delegations }),
    };
    const bytes =
      role === 'targets' ? signTop(input, role, body) : signDelegated(input, role, body);
    files.set(metadataFile(role, body.version), bytes);
    changed[`${role}.json`] = { version: body.version, ...describeFile(bytes) };
    revised[role] = body.version;
  }
  return changed;
}

function addSnapshotAndTimestamp(
  input: DraftInput,
  changed: Readonly<Record<string, MetaEntry>>,
  { files, revised }: { files: Map<string, Uint8Array>; revised: Revised },
): void {
  const before = input.state.published;
  let entry = before?.timestamp.meta['snapshot.json'];
  if (!entry || Object.keys(changed).length > 0 || input.revision.renew?.has('snapshot')) {
    const meta = { ...before?.snapshot.meta, ...changed };
    const fields = nextFields(input, 'snapshot', before?.snapshot.version);
    const bytes = signTop(input, 'snapshot', { ...fields, _type: 'snapshot', meta });
    files.set(metadataFile('snapshot', fields.version), bytes);
    entry = { version: fields.version, ...describeFile(bytes) };
    revised.snapshot = fields.version;
  }
  const fields = nextFields(input, 'timestamp', before?.timestamp.version);
  const body = { ...fields, _type: 'timestamp', meta: { 'snapshot.json': entry } };
  files.set(TIMESTAMP_FILE, signTop(input, 'timestamp', body));
  revised.timestamp = fields.version;
}

function nextFields({ now }: DraftInput, role: Role, before = 0) {
  return commonFields(before + 1, now + ROLE_PLANS[role].lifetime);
}

function delegationsOf({ revision, state }: DraftInput): Delegations {
  const delegations = revision.delegations ?? state.published?.targets.targets.delegations;
  if (delegations === undefined) throw new Error('targets delegates to nobody');
  return delegations;
}

// During a rotation the keys of the old root sign too, where they are still at hand: a client that
// has not seen the new root yet goes on accepting what it finds.
function signTop(input: DraftInput, role: Exclude<TopRole, 'root'>, body: object): Uint8Array {
  const { revision, state, keys } = input;
  const required = signersOf(keys, role, (revision.root ?? state.root).roles[role]);
  return signMetadata(body, new Set([...required, ...atHand(keys, state.root.roles[role])]));
}

function signDelegated(input: DraftInput, role: TargetsRole, body: object): Uint8Array {
  const delegation = delegationsOf(input).roles.find(({ name }) => name === role);
  if (delegation === undefined) throw new Error(`targets does not delegate to ${role}`);
  return signMetadata(body, signersOf(input.keys, role, delegation));
}

function signRoot({ keys, state }: DraftInput, root: RootBody): Uint8Array {
  // The old root vouches for the new one, and the new one for itself.
  const signers = [state.root, root].flatMap(({ roles }) => signersOf(keys, 'root', roles.root));
  return signMetadata(root, new Set(signers));
}

function signersOf(keys: KeyRing, role: Role, roleKeys: RoleKeys): readonly RoleSigner[] {
  const signers = atHand(keys, roleKeys);
  if (signers.length >= roleKeys.threshold) return signers;
  const { threshold } = roleKeys;
  throw new Error(`${role} needs ${threshold} of its keys to sign, ${signers.length} at hand`);
}

function atHand(keys: KeyRing, { keyids }: RoleKeys): readonly RoleSigner[] {
  return keyids.map((keyId) => keys.get(keyId)).filter((signer) => signer !== undefined);
}
