import type { Cause } from './cause.ts';

/** Something the office signed for its verifiers. */
export interface Publication {
  readonly what: 'repository-published' | 'role-keys-rotated' | 'issuer-key-rotated';
  /** What it was done to: the repository, a role, a use of issuer keys. */
  readonly subject: string;
  /** Versions that were signed, keys that came and went. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Puts into the journal what left the office. */
export interface PublicationBook {
  note(publication: Publication, cause: Cause): Promise<void>;
}
