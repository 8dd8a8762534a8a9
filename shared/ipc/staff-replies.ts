import * as v from 'valibot';
import { TRUST_FAILURES } from '../trust/trust-failure-codes.ts';
import { CameraSettingsSchema } from './camera-settings.ts';
import { FirstSetupSchema } from './first-setup.ts';
import { SyncStateSchema } from './sync-state.ts';

/** What the staff menu shows. Times are UNIX seconds, sizes bytes. */

const Whole = v.pipe(v.number(), v.safeInteger());
const TrustFailed = v.strictObject({
  result: v.literal('failed'),
  code: v.picklist(TRUST_FAILURES),
});

/** What the PIN pad is told. */
export const UnlockedSchema = v.variant('result', [
  v.strictObject({ result: v.literal('opened') }),
  v.strictObject({ result: v.literal('wrong'), attemptsLeft: Whole }),
  v.strictObject({ result: v.literal('locked'), seconds: Whole }),
  /** Nobody has set one, so nobody can enter it. */
  v.strictObject({ result: v.literal('no-pin') }),
]);
export type Unlocked = v.InferOutput<typeof UnlockedSchema>;

/** Versions and ages of the trust data in use; `null` where there is none. */
export const HeldTrustSchema = v.strictObject({
  domain: v.picklist(['production', 'demo']),
  issuersVersion: Whole,
  policyVersion: Whole,
  statusLists: Whole,
  currentAsOf: v.strictObject({ issuers: Whole, policy: Whole, status: Whole }),
  freshness: v.picklist(['fresh', 'ageing', 'no-green-channel', 'too-old']),
});

const lockable = <const Value extends v.GenericSchema>(value: Value) =>
  v.strictObject({ value, isLocked: v.boolean() });

/** Everything about the terminal the menu's pages start from. */
export const StaffStateSchema = v.strictObject({
  version: v.string(),
  electron: v.string(),
  mode: v.picklist(['kiosk', 'desk']),
  hallId: v.string(),
  now: Whole,
  trust: v.nullable(HeldTrustSchema),
  /** Absent where no repository is configured. */
  sync: v.exactOptional(SyncStateSchema),
  repository: v.string(),
  /** Whether trust data can be brought on a drive: not where it comes from a fixed folder. */
  canImport: v.boolean(),
  settings: v.strictObject({
    language: lockable(v.picklist(['zh-CN', 'en'])),
    soundVolume: lockable(Whole),
    outOfOrder: lockable(v.boolean()),
    camera: lockable(CameraSettingsSchema),
    printerName: lockable(v.string()),
    firstSetup: lockable(FirstSetupSchema),
  }),
  /** Problems of the configuration, one line each, in English for the administrator. */
  configProblems: v.array(v.string()),
});
export type StaffState = v.InferOutput<typeof StaffStateSchema>;

/** A drive or folder for bringing and taking data, and the trust repositories found on it. */
export const DriveSchema = v.strictObject({
  path: v.string(),
  name: v.string(),
  isWritable: v.boolean(),
  repositories: v.array(v.string()),
});
export type Drive = v.InferOutput<typeof DriveSchema>;

/** What a person sees before a repository is taken over. */
export const ImportPreviewReply = v.variant('result', [
  v.strictObject({
    result: v.literal('found'),
    domain: v.picklist(['production', 'demo']),
    issuersVersion: Whole,
    policyVersion: Whole,
    timestampVersion: Whole,
    /** Newest signing time in it, if anything in it is dated. */
    signedAt: v.nullable(Whole),
    expires: Whole,
    /** The timestamp version in use now. */
    heldTimestampVersion: v.nullable(Whole),
  }),
  TrustFailed,
]);
export type ImportPreviewReply = v.InferOutput<typeof ImportPreviewReply>;

export const ImportedReply = v.variant('result', [
  v.strictObject({ result: v.literal('imported'), timestampVersion: Whole }),
  TrustFailed,
]);
export type ImportedReply = v.InferOutput<typeof ImportedReply>;

/** Something written onto a drive. */
export const WrittenReply = v.variant('result', [
  v.strictObject({ result: v.literal('written'), path: v.string() }),
  TrustFailed,
]);
export type WrittenReply = v.InferOutput<typeof WrittenReply>;

export const PrinterSchema = v.strictObject({ name: v.string(), displayName: v.string() });
export type Printer = v.InferOutput<typeof PrinterSchema>;

/** What the terminal keeps on its disk. */
export const STORED_KINDS = [
  'log',
  'crash-dumps',
  'settings',
  'trust',
  'records',
  'other',
] as const;
export type StoredKind = (typeof STORED_KINDS)[number];
/** What can be wiped without losing what the terminal needs or has to prove. */
export const WIPEABLE_KINDS = ['log', 'crash-dumps', 'settings'] as const;
export type WipeableKind = (typeof WIPEABLE_KINDS)[number];

export const StorageSchema = v.strictObject({
  folder: v.string(),
  /** Days after which the log of what was shown deletes its entries itself. */
  retentionDays: Whole,
  parts: v.array(
    v.strictObject({
      kind: v.picklist(STORED_KINDS),
      bytes: Whole,
      /** Files and folders it lies in, below `folder`. */
      names: v.array(v.string()),
    }),
  ),
});
export type Storage = v.InferOutput<typeof StorageSchema>;
