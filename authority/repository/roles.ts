import type { EpochSeconds } from '../../shared/time.ts';

/** Roles that root names directly. Source: TUF specification 1.0, §4.3. */
export const TOP_ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type TopRole = (typeof TOP_ROLES)[number];

/** Roles that targets delegates to, each for its own paths. */
export const DELEGATED_ROLES = ['policy', 'status'] as const;
export type DelegatedRole = (typeof DELEGATED_ROLES)[number];

export const ROLES = [...TOP_ROLES, ...DELEGATED_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** Roles whose metadata lists files. */
export type TargetsRole = 'targets' | DelegatedRole;

/**
 * Where a role's keys are kept: apart on paper or on sticks; with the people who publish; or on the
 * machine that renews without anybody present.
 */
export type KeyPlace = 'root-keys' | 'office-keys' | 'online-keys';

export interface RolePlan {
  readonly keys: number;
  readonly threshold: number;
  /** How long a new version stays valid, in seconds. */
  readonly lifetime: EpochSeconds;
  readonly place: KeyPlace;
}

const DAY: EpochSeconds = 86_400;

/** Keys, thresholds and expiry of every role. */
export const ROLE_PLANS: Readonly<Record<Role, RolePlan>> = {
  root: { keys: 3, threshold: 2, lifetime: 365 * DAY, place: 'root-keys' },
  targets: { keys: 2, threshold: 1, lifetime: 90 * DAY, place: 'office-keys' },
  policy: { keys: 1, threshold: 1, lifetime: 90 * DAY, place: 'office-keys' },
  status: { keys: 1, threshold: 1, lifetime: 7 * DAY, place: 'online-keys' },
  snapshot: { keys: 1, threshold: 1, lifetime: 7 * DAY, place: 'online-keys' },
  timestamp: { keys: 1, threshold: 1, lifetime: DAY, place: 'online-keys' },
};

/** What each delegated role may speak about, as TUF path patterns. */
export const DELEGATED_PATHS: Readonly<Record<DelegatedRole, readonly string[]>> = {
  policy: ['policy.json'],
  status: ['status/*'],
};

/** The role that has to list a file: `issuers.json`, `policy.json` or `status/<name>`. */
export function roleOfTarget(name: string): TargetsRole {
  if (name === 'policy.json') return 'policy';
  return name.startsWith('status/') ? 'status' : 'targets';
}
