import { commonFields, describeFile, type MetaEntry, type TargetsBody } from './metadata.ts';
import { metadataFile, TARGETS_ROLES, TIMESTAMP_FILE } from './repository-files.ts';
import { type DraftInput, delegationsOf, type Revised } from './revision.ts';
import { ROLE_PLANS, type Role } from './roles.ts';
import { signDelegated, signRoot, signTop } from './sign-revision.ts';

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
