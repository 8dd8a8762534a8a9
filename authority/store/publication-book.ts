import type { Cause } from './cause.ts';

/** Something the office signed for its verifiers. */
export interface Publication {
  readonly what: 'repository-published' | 'role-keys-rotated';
  /** What it was done to: the repository, a role. */
  readonly subject: string;
  /** Versions that were signed, keys that came and went. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Puts into the journal what left the office. */
export interface PublicationBook {
  note(publication: Publication, cause: Cause): Promise<void>;
}
