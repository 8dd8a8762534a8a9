import type { EpochSeconds } from '../../shared/time.ts';
import type { Delegations, RootBody, TargetEntry } from './metadata.ts';
import type { RepositoryState } from './repository-state.ts';
import type { KeyRing } from './role-signer.ts';
import type { Role, TargetsRole } from './roles.ts';

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

/** The delegations of the next state. Throws when there are none. */
export function delegationsOf({ revision, state }: DraftInput): Delegations {
  const delegations = revision.delegations ?? state.published?.targets.targets.delegations;
  if (delegations === undefined) throw new Error('targets delegates to nobody');
  return delegations;
}
