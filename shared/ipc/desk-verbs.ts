import * as v from 'valibot';
import { answer } from './reply.ts';

/**
 * What the clerk's desk can ask the main process for. At a kiosk these verbs answer as if every
 * wish had been declined: nothing is written, printed or opened there.
 */

/** Papers a slip is made for: two widths of receipt roll, and an office printer's sheet. */
export const SLIP_PAPERS = ['58mm', '80mm', 'a4'] as const;
export type SlipPaper = (typeof SLIP_PAPERS)[number];

/** Characters of a text for the clipboard; a support text has a few hundred. */
const MAX_COPIED_LENGTH = 10_000;

const DeskChoicesSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  density: v.picklist(['comfortable', 'compact']),
  language: v.picklist(['zh-CN', 'en']),
  paper: v.picklist(SLIP_PAPERS),
  /** The clerk wants no sounds; choices of an earlier version do not say. */
  isMuted: v.optional(v.boolean(), false),
});
export type DeskChoices = v.InferOutput<typeof DeskChoicesSchema>;

/** What this desk is called and how its clerk likes it. */
export const DeskSchema = v.strictObject({
  /** Name or number on the log line and in the window's title; empty when none is configured. */
  deskName: v.string(),
  /** `null` until the clerk first changed something: then the terminal's own settings count. */
  choices: v.nullable(DeskChoicesSchema),
  /** Version of the program, for the support text. */
  programVersion: v.string(),
});
export type Desk = v.InferOutput<typeof DeskSchema>;

/** How long the slip on the page is, in millimetres; a sheet has its own length. */
export const SlipLength = v.pipe(v.number(), v.safeInteger(), v.minValue(40), v.maxValue(600));

const SlipRequest = v.strictObject({
  paper: v.picklist(SLIP_PAPERS),
  lengthMillimetres: SlipLength,
});
export type SlipRequest = v.InferOutput<typeof SlipRequest>;

/** Rows of a table; a choice of files is smaller, and a file may hold a few certificates. */
const MAX_TABLE_ROWS = 20_000;
const Cell = v.pipe(v.string(), v.maxLength(1_200));

/** Where the visitor's window stands. */
const CustomerPlace = v.picklist(['closed', 'second-display', 'same-display']);

export const deskVerbs = {
  readDesk: {
    channel: 'desk:read-desk',
    request: v.strictObject({}),
    reply: answer(DeskSchema),
  },
  saveDeskChoices: {
    channel: 'desk:save-choices',
    request: DeskChoicesSchema,
    reply: answer(v.strictObject({})),
  },
  /** Records what the clerk did, and whose the records are from then on. */
  recordDeskAction: {
    channel: 'desk:record-action',
    request: v.strictObject({
      action: v.picklist(['training-on', 'training-off', 'desk-locked', 'desk-unlocked']),
      deskName: v.pipe(v.string(), v.maxLength(60)),
    }),
    reply: answer(v.strictObject({})),
  },
  copyText: {
    channel: 'desk:copy-text',
    request: v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_COPIED_LENGTH)) }),
    reply: answer(v.strictObject({})),
  },
  /** Prints what the page shows as a slip. */
  printSlip: {
    channel: 'desk:print-slip',
    request: SlipRequest,
    reply: answer(v.picklist(['sent', 'cancelled', 'no-printer', 'failed'])),
  },
  /** Saves the slip as a PDF file; works without any printer. */
  saveSlip: {
    channel: 'desk:save-slip',
    request: SlipRequest,
    reply: answer(v.picklist(['saved', 'cancelled', 'failed'])),
  },
  /** Asks where to save, and writes the batch's table for WPS or Excel. The log notes it. */
  saveBatchTable: {
    channel: 'desk:save-batch-table',
    request: v.strictObject({
      columns: v.array(Cell),
      rows: v.pipe(v.array(v.array(Cell)), v.maxLength(MAX_TABLE_ROWS)),
    }),
    reply: answer(v.picklist(['saved', 'cancelled', 'failed'])),
  },
  /** Opens or closes the window that faces the visitor, on a second display where there is one. */
  showCustomerWindow: {
    channel: 'desk:show-customer-window',
    request: v.strictObject({ isShown: v.boolean() }),
    reply: answer(CustomerPlace),
  },
} as const;
