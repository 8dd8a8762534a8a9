import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import type { TrustFailure } from './trust-failure.ts';

/** Every role of the repository, in the order it is verified. */
export const TRUST_ROLES = [
  'root',
  'timestamp',
  'snapshot',
  'targets',
  'policy',
  'status',
] as const;
export type TrustRole = (typeof TRUST_ROLES)[number];

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const RoleMark = v.object({
  version: Count,
  /** Public keys that spoke for the role then. */
  keys: v.array(v.string()),
});

/** The newest state this machine has ever accepted. Nothing older may come back. */
export const HighWaterMarks = v.object({
  roles: v.object({
    root: RoleMark,
    timestamp: RoleMark,
    snapshot: RoleMark,
    targets: RoleMark,
    policy: RoleMark,
    status: RoleMark,
  }),
  /** When each status list was signed, by target name. */
  statusSignedAt: v.record(v.string(), v.pipe(v.number(), v.safeInteger())),
  /** The last good synchronisation. */
  lastSync: v.exactOptional(Count),
});
export type HighWaterMarks = v.InferOutput<typeof HighWaterMarks>;
export type RoleMark = v.InferOutput<typeof RoleMark>;
/** What the marks remember of one verified state. */
export type Heights = Pick<HighWaterMarks, 'roles' | 'statusSignedAt'>;

/**
 * The failure when a role's version is lower than its mark. A mark binds while the keys that made
 * it are trusted: whoever stole one may have signed version 9007199254740991, and the office
 * recovers by taking that key away (TUF specification 1.0, §5.3.11, per role instead of for two).
 * Root never goes back.
 */
export function judgeRoleVersion(
  role: TrustRole,
  found: RoleMark,
  marks: HighWaterMarks | undefined,
): TrustFailure | undefined {
  const mark = marks?.roles[role];
  if (mark === undefined || found.version >= mark.version) return undefined;
  if (role !== 'root' && !isBinding(mark, found)) return undefined;
  const detail = `version ${found.version} after ${mark.version}`;
  return { code: 'rolled-back', subject: role, detail };
}

/** The failure when a status list was signed before the one held of the same name. */
export function judgeStatusTimes(
  found: Heights,
  marks: HighWaterMarks | undefined,
): TrustFailure | undefined {
  if (marks === undefined || !isBinding(marks.roles.status, found.roles.status)) return undefined;
  for (const [name, signedAt] of Object.entries(found.statusSignedAt)) {
    const mark = Object.hasOwn(marks.statusSignedAt, name) ? marks.statusSignedAt[name] : undefined;
    if (mark !== undefined && signedAt < mark) {
      return { code: 'rolled-back', subject: name, detail: `signed ${signedAt} after ${mark}` };
    }
  }
  return undefined;
}

/** The failure when any part of a verified state lies below the marks. */
export function judgeHeights(
  found: Heights,
  marks: HighWaterMarks | undefined,
): TrustFailure | undefined {
  for (const role of TRUST_ROLES) {
    const lower = judgeRoleVersion(role, found.roles[role], marks);
    if (lower !== undefined) return lower;
  }
  return judgeStatusTimes(found, marks);
}

/** The marks after a state that `judgeHeights` let pass: its own heights, and never an earlier sync. */
export function raiseMarks(
  marks: HighWaterMarks | undefined,
  found: Heights,
  syncedAt: EpochSeconds | undefined,
): HighWaterMarks {
  const { roles, statusSignedAt } = found;
  const syncs = [marks?.lastSync, syncedAt].filter((time) => time !== undefined);
  const lastSync = syncs.length === 0 ? {} : { lastSync: Math.max(...syncs) };
  return { roles, statusSignedAt, ...lastSync };
}

/** The latest moment the marks prove; no clock can be earlier. */
export function latestMarkedTime(marks: HighWaterMarks | undefined): EpochSeconds | undefined {
  const times = [marks?.lastSync, ...Object.values(marks?.statusSignedAt ?? {})];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function isBinding(mark: RoleMark, found: RoleMark): boolean {
  return mark.keys.every((key) => found.keys.includes(key));
}
