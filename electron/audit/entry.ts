import * as v from 'valibot';
import { AUDIT_PROBLEMS, LATER_STATUSES } from '../../shared/ipc/audit-verbs.ts';
import { SCAN_SOURCES } from '../../shared/ipc/scan-source.ts';
import { TRUST_FAILURES } from '../../shared/trust/trust-failure-codes.ts';
import { FOREIGN_KINDS, NOTES, VERDICT_CODES } from '../../shared/verify/verdict.ts';

/**
 * Everything the log of this terminal can say, as one closed union. No kind has room for a scanned
 * text, and a verdict has room for a company only as far as `describe-verdict.ts` lets it in.
 */

/** What staff did at the terminal that a later reader may have to know. */
export const STAFF_ACTIONS = [
  'menu-opened',
  'pin-wrong',
  'pin-locked',
  'sync-asked',
  'trust-imported',
  'trust-exported',
  'out-of-order-on',
  'out-of-order-off',
  'camera-changed',
  'printer-changed',
  'sound-changed',
  'language-changed',
  'setup-step-taken',
  'diagnostics-exported',
  'data-wiped',
  'slip-printed',
  'slip-saved',
  'training-on',
  'training-off',
  'desk-locked',
  'desk-unlocked',
  'left-terminal',
] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const PerKind = v.strictObject({
  issuers: v.nullable(Whole),
  policy: v.nullable(Whole),
  status: v.nullable(Whole),
});

const Verdict = v.strictObject({
  kind: v.literal('verdict'),
  outcome: v.picklist(['accepted', 'refused', 'undecided', 'not-a-certificate']),
  code: v.picklist(Object.values(VERDICT_CODES).flat()),
  foreignKind: v.exactOptional(v.picklist(FOREIGN_KINDS)),
  source: v.picklist(SCAN_SOURCES),
  /** Present in training. */
  training: v.exactOptional(v.literal(true)),
  /** The desk or clerk the answer was given by; absent where none is named. */
  desk: v.exactOptional(v.string()),
  grade: v.exactOptional(v.string()),
  /** Services of this hall whose green channel was shown as open. */
  open: v.exactOptional(v.array(v.string())),
  companyCode: v.exactOptional(v.string()),
  companyName: v.exactOptional(v.string()),
  notes: v.array(v.picklist(NOTES)),
  hall: v.nullable(v.string()),
  domain: v.nullable(v.picklist(['production', 'demo'])),
  versions: PerKind,
  ageSeconds: PerKind,
});
export type VerdictEntry = v.InferOutput<typeof Verdict>;

/** What happened, from outside the log. */
const events = [
  Verdict,
  v.strictObject({
    kind: v.literal('program-started'),
    version: v.string(),
    mode: v.picklist(['kiosk', 'desk']),
    hall: v.nullable(v.string()),
    /** Whether the program had been stopped in order the last time. */
    afterStop: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('program-stopped') }),
  v.strictObject({
    kind: v.literal('sync-done'),
    changed: v.boolean(),
    versions: PerKind,
  }),
  v.strictObject({ kind: v.literal('sync-failed'), code: v.picklist(TRUST_FAILURES) }),
  /** Names only: a value may be a secret. */
  v.strictObject({ kind: v.literal('settings-changed'), names: v.array(v.string()) }),
  /** The time of day jumped; both are UNIX seconds. */
  v.strictObject({ kind: v.literal('clock-changed'), expected: Whole, found: Whole }),
  v.strictObject({
    kind: v.literal('staff-action'),
    action: v.picklist(STAFF_ACTIONS),
    desk: v.exactOptional(v.string()),
  }),
  v.strictObject({ kind: v.literal('note'), of: Whole, text: v.string() }),
  v.strictObject({
    kind: v.literal('later-status'),
    of: Whole,
    status: v.picklist(LATER_STATUSES),
  }),
  v.strictObject({ kind: v.literal('exported'), rows: Whole, from: v.string(), to: v.string() }),
] as const;

/** What the log says about itself. */
const ownEvents = [
  /** First line of every file. */
  v.strictObject({
    kind: v.literal('file-started'),
    format: v.literal(1),
    file: Whole,
    terminal: v.string(),
  }),
  /** The line above was cut off; what is left of it stays where it is. */
  v.strictObject({ kind: v.literal('torn-line'), bytes: Whole, sha256: Hash }),
  /** Entries that once stood here are gone, found at a start; `from` and `to` are their numbers. */
  v.strictObject({ kind: v.literal('lines-missing'), from: Whole, to: Whole }),
  /** At a start the head was gone, so nobody can tell whether lines at the end went with it. */
  v.strictObject({ kind: v.literal('head-missing') }),
  /** Entries that could not be written and no longer fitted into memory. */
  v.strictObject({
    kind: v.literal('entries-lost'),
    count: Whole,
    from: Whole,
    to: Whole,
    problem: v.picklist(AUDIT_PROBLEMS),
  }),
  /** Files up to this one are older than the retention time and deleted. */
  v.strictObject({
    kind: v.literal('files-expired'),
    throughFile: Whole,
    sequence: Whole,
    hash: Hash,
  }),
] as const;

const EventSchema = v.variant('kind', events);
export const AuditEntrySchema = v.variant('kind', [...events, ...ownEvents]);

/** What the rest of the program can record. */
export type AuditEvent = v.InferOutput<typeof EventSchema>;
/** What can stand in the log. */
export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>;
