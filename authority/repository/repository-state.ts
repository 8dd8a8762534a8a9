import * as v from 'valibot';
import { RootBody, SnapshotBody, TargetsBody, TimestampBody } from './metadata.ts';
import {
  folderReader,
  metadataFile,
  newestRootVersion,
  type ReadFile,
  TARGETS_ROLES,
  TIMESTAMP_FILE,
} from './repository-files.ts';
import type { TargetsRole } from './roles.ts';

/** The documents in force. */
export interface PublishedState {
  readonly timestamp: TimestampBody;
  readonly snapshot: SnapshotBody;
  readonly targets: Readonly<Record<TargetsRole, TargetsBody>>;
}

/** What a repository says now. */
export interface RepositoryState {
  readonly root: RootBody;
  readonly published: PublishedState;
}

/**
 * Reads the office's own repository. Signatures are not judged here, because a repository whose
 * keys are gone has to be repairable; what is written next is checked as a whole.
 * Throws when a file is missing or damaged.
 */
export function readRepositoryState(folder: string): RepositoryState {
  const read = folderReader(folder);
  const root = readBody(RootBody, read, metadataFile('root', newestRootVersion(folder)));
  const timestamp = readBody(TimestampBody, read, TIMESTAMP_FILE);
  const snapshotFile = metadataFile('snapshot', timestamp.meta['snapshot.json'].version);
  const snapshot = readBody(SnapshotBody, read, snapshotFile);
  const [targets, policy, status] = TARGETS_ROLES.map((role) => {
    const entry = snapshot.meta[`${role}.json`];
    if (entry === undefined) throw new Error(`the snapshot does not know ${role}.json`);
    return readBody(TargetsBody, read, metadataFile(role, entry.version));
  });
  if (targets === undefined || policy === undefined || status === undefined)
    throw new Error('a role is missing');
  return { root, published: { timestamp, snapshot, targets: { targets, policy, status } } };
}

function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  read: ReadFile,
  path: string,
): v.InferOutput<Schema> {
  const bytes = read(path);
  if (bytes === undefined) throw new Error(`${path} is missing`);
  const document = v.safeParse(
    v.object({ signed: schema }),
    JSON.parse(new TextDecoder().decode(bytes)),
  );
  if (!document.success) throw new Error(`${path} is damaged: ${document.issues[0].message}`);
  return document.output.signed;
}
