import type { EpochSeconds } from '../../shared/time.ts';
import { checkRepository } from './check-repository.ts';
import { commitFiles } from './commit.ts';
import { draftRevision } from './draft-revision.ts';
import { folderReader } from './repository-files.ts';
import type { DraftInput, Revised, Revision } from './revision.ts';
import type { KeyRing } from './role-signer.ts';

/** A repository folder with the keys at hand. */
export interface Repository {
  /** What a web server serves: `metadata/` and `targets/`. */
  readonly folder: string;
  readonly keys: KeyRing;
}

/**
 * Writes the next state: the roles that changed, then what vouches for them. Checked as a client
 * would before anything moves. Order of moving: files, lists, snapshot, timestamp, root. The root
 * comes last because everything before it carries signatures of the old keys as well, so that a
 * reader finds a good state at every instant of a rotation.
 * To be called under the repository's lock. Throws when keys are missing or a client would refuse the result; then nothing has changed.
 */
export function revise(
  repository: Repository,
  state: DraftInput['state'],
  revision: Revision,
  now: EpochSeconds,
): Revised {
  const { files, revised } = draftRevision({ keys: repository.keys, state, revision, now });
  const rootVersion = (revision.root ?? state.root).version;
  checkRepository(folderReader(repository.folder, files), { rootVersion, now });
  commitFiles(repository.folder, files);
  return revised;
}
