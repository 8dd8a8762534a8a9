import * as v from 'valibot';
import { CameraSettingsSchema } from './camera-settings.ts';
import { FirstSetupSchema } from './first-setup.ts';
import { answer } from './reply.ts';
import { CameraReportSchema, SelfTestLineSchema } from './self-test.ts';
import {
  DriveSchema,
  ImportedReply,
  ImportPreviewReply,
  PrinterSchema,
  StaffStateSchema,
  StorageSchema,
  UnlockedSchema,
  WIPEABLE_KINDS,
  WrittenReply,
} from './staff-replies.ts';
import { SyncStateSchema } from './sync-state.ts';

/**
 * What the staff menu can ask for. Only after the right PIN: until then, and after a minute without
 * a touch, every answer is that the menu is closed. The main process keeps count itself.
 */

/** Seconds without a touch after which the menu closes. */
export const STAFF_IDLE_SECONDS = 60;

const Nothing = v.strictObject({});
const Folder = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

/** The answer of a verb that only an open menu gets. */
const staffOnly = <const Value extends v.GenericSchema>(value: Value) =>
  answer(
    v.variant('access', [
      v.strictObject({ access: v.literal('closed') }),
      v.strictObject({ access: v.literal('open'), value }),
    ]),
  );

/** The settings the menu can change, each with its own kind of value. */
export const StaffChangeSchema = v.variant('name', [
  v.strictObject({ name: v.literal('language'), value: v.picklist(['zh-CN', 'en']) }),
  v.strictObject({ name: v.literal('soundVolume'), value: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ name: v.literal('outOfOrder'), value: v.boolean() }),
  v.strictObject({ name: v.literal('camera'), value: CameraSettingsSchema }),
  v.strictObject({ name: v.literal('firstSetup'), value: FirstSetupSchema }),
  v.strictObject({ name: v.literal('printerName'), value: v.pipe(v.string(), v.maxLength(256)) }),
]);
export type StaffChange = v.InferOutput<typeof StaffChangeSchema>;

export const CHANGE_OUTCOMES = ['changed', 'locked', 'bad-value', 'disk-error'] as const;
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

export const staffVerbs = {
  /** Tries a PIN. Wrong ones are counted across restarts. */
  unlockStaff: {
    channel: 'staff:unlock',
    request: v.strictObject({ pin: v.pipe(v.string(), v.maxLength(32)) }),
    reply: answer(UnlockedSchema),
  },
  closeStaff: { channel: 'staff:close', request: Nothing, reply: answer(v.null()) },
  /** Somebody is touching the screen. */
  keepStaffOpen: { channel: 'staff:keep-open', request: Nothing, reply: staffOnly(v.null()) },
  readStaffState: {
    channel: 'staff:read-state',
    request: Nothing,
    reply: staffOnly(StaffStateSchema),
  },
  changeSetting: {
    channel: 'staff:change-setting',
    request: StaffChangeSchema,
    reply: staffOnly(v.picklist(CHANGE_OUTCOMES)),
  },
  /** Answers when the synchronisation has ended; `null` where no repository is configured. */
  syncNow: {
    channel: 'staff:sync-now',
    request: Nothing,
    reply: staffOnly(v.nullable(SyncStateSchema)),
  },
  runSelfTest: {
    channel: 'staff:run-self-test',
    request: v.strictObject({
      camera: v.nullable(CameraReportSchema),
      /** Ids of checks, where not all are asked for. */
      only: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(64)))),
    }),
    reply: staffOnly(v.array(SelfTestLineSchema)),
  },
  listPrinters: {
    channel: 'staff:list-printers',
    request: Nothing,
    reply: staffOnly(v.array(PrinterSchema)),
  },
  printTestPage: {
    channel: 'staff:print-test-page',
    request: Nothing,
    reply: staffOnly(v.picklist(['printed', 'failed', 'no-printer'])),
  },
  listDrives: {
    channel: 'staff:list-drives',
    request: Nothing,
    reply: staffOnly(v.array(DriveSchema)),
  },
  previewImport: {
    channel: 'staff:preview-import',
    request: v.strictObject({ folder: Folder }),
    reply: staffOnly(ImportPreviewReply),
  },
  importRepository: {
    channel: 'staff:import-repository',
    request: v.strictObject({ folder: Folder }),
    reply: staffOnly(ImportedReply),
  },
  exportRepository: {
    channel: 'staff:export-repository',
    request: v.strictObject({ drive: Folder }),
    reply: staffOnly(WrittenReply),
  },
  /** Log, configuration without secrets and self-test as one zip; no personal data. */
  exportDiagnostics: {
    channel: 'staff:export-diagnostics',
    request: v.strictObject({ drive: Folder, camera: v.nullable(CameraReportSchema) }),
    reply: staffOnly(WrittenReply),
  },
  readStorage: {
    channel: 'staff:read-storage',
    request: Nothing,
    reply: staffOnly(StorageSchema),
  },
  wipeStorage: {
    channel: 'staff:wipe-storage',
    request: v.strictObject({ kinds: v.array(v.picklist(WIPEABLE_KINDS)) }),
    reply: staffOnly(StorageSchema),
  },
  /** Wipes every kind that can be wiped, then starts the program again. */
  wipeAndRestart: {
    channel: 'staff:wipe-and-restart',
    request: Nothing,
    reply: staffOnly(v.null()),
  },
  leaveKiosk: { channel: 'staff:leave-kiosk', request: Nothing, reply: staffOnly(v.null()) },
} as const;
