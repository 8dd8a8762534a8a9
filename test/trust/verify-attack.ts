import type { TrustFailureCode } from '../../electron/trust/trust-failure.ts';
import type { ForgedRole } from '../world/forge-metadata.ts';
import type { TestRepository } from '../world/test-repository.ts';

/** One fault in a repository that is otherwise good, and the code it must be refused with. */
export interface Attack {
  readonly name: string;
  readonly code: TrustFailureCode;
  readonly subject?: string;
  readonly attack: (office: TestRepository) => void;
}

/** Roles, each with metadata of its own. */
export type Metadata = 'root' | 'timestamp' | 'snapshot' | 'targets' | 'policy' | 'status';
/** Roles that list files. */
export const LISTING = ['targets', 'policy', 'status'] as const;
export const BELOW_ROOT = ['timestamp', 'snapshot', ...LISTING] as const;
export const ALL = ['root', ...BELOW_ROOT] as const;

/** Forges one role. */
export function forge(role: Metadata, forged: ForgedRole) {
  return (office: TestRepository) => office.forge({ [role]: forged });
}

/** Sets one field of a body. */
export function setting(field: string, value: unknown): ForgedRole {
  return { change: (body) => ({ ...body, [field]: value }) };
}

/** One attack for each role, refused with the name of the role. */
export function each<Role extends Metadata>(
  roles: readonly Role[],
  make: (role: Role) => Omit<Attack, 'subject'>,
): Attack[] {
  return roles.map((role) => ({ ...make(role), subject: role }));
}
