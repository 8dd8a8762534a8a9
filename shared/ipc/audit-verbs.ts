import * as v from 'valibot';
import { FOREIGN_KINDS, VERDICT_CODES } from '../verify/verdict.ts';
import { answer } from './reply.ts';
import { SCAN_SOURCES } from './scan-source.ts';

/** The clerk's history: what was shown today, notes on it, and taking it away as a table. */

/** Characters of a note on an entry. */
export const MAX_NOTE_LENGTH = 500;

/** Why what happens cannot be written to the log at the moment; scanning goes on all the same. */
export const AUDIT_PROBLEMS = ['disk-full', 'not-allowed', 'not-writable'] as const;
export type AuditProblem = (typeof AUDIT_PROBLEMS)[number];

/** What a later synchronisation says about a certificate that was accepted here. */
export const LATER_STATUSES = ['revoked', 'suspended', 'superseded'] as const;
export type LaterStatus = (typeof LATER_STATUSES)[number];

const OUTCOMES = ['accepted', 'refused', 'undecided', 'not-a-certificate'] as const;
const CODES = Object.values(VERDICT_CODES).flat();

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const NoteText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_NOTE_LENGTH));
/** A day in Shanghai, `2026-11-25`. */
const Day = v.pipe(v.string(), v.isoDate());

/** One answer the screen gave. Times are UNIX seconds. */
export const HistoryEntrySchema = v.strictObject({
  /** Number of the entry in the log; never reused. */
  sequence: Whole,
  at: Whole,
  outcome: v.picklist(OUTCOMES),
  code: v.picklist(CODES),
  /** What a code that is no certificate looked like. */
  foreignKind: v.exactOptional(v.picklist(FOREIGN_KINDS)),
  grade: v.exactOptional(v.string()),
  /** The whole code, or its last four characters: see `keepsCompany`. */
  companyCode: v.exactOptional(v.string()),
  companyName: v.exactOptional(v.string()),
  source: v.picklist(SCAN_SOURCES),
  /** The desk or clerk that gave the answer. */
  desk: v.exactOptional(v.string()),
  /** Made in training: shown, but not counted. */
  training: v.boolean(),
  /** Notes in the order they were added; none is ever changed. */
  notes: v.array(v.strictObject({ at: Whole, text: v.string() })),
  /** The answer was right when it was given; this was learnt afterwards. */
  later: v.exactOptional(v.strictObject({ at: Whole, status: v.picklist(LATER_STATUSES) })),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntrySchema>;

export const HistorySchema = v.strictObject({
  /** Newest first. */
  entries: v.array(HistoryEntrySchema),
  /** Whether whole company codes and names are kept, as configured for this desk. */
  keepsCompany: v.boolean(),
  /** Days after which entries are deleted. */
  retentionDays: Whole,
  /** Present while the log cannot be written. */
  problem: v.exactOptional(v.picklist(AUDIT_PROBLEMS)),
});
export type History = v.InferOutput<typeof HistorySchema>;

/** Which entries a table holds; what is left out does not restrict. */
export const HistoryFilterSchema = v.strictObject({
  outcomes: v.exactOptional(v.array(v.picklist(OUTCOMES))),
  /** Found in company code, company name or a note, whatever the case. */
  search: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  /** First and last day; without them today. */
  days: v.exactOptional(v.strictObject({ from: Day, to: Day })),
});
export type HistoryFilter = v.InferOutput<typeof HistoryFilterSchema>;

const NotWritten = v.strictObject({
  result: v.literal('not-written'),
  problem: v.picklist(AUDIT_PROBLEMS),
});

export const auditVerbs = {
  /** What was shown today, on a desk; a kiosk has no history to look at. */
  readHistory: {
    channel: 'audit:read-history',
    request: v.strictObject({}),
    reply: answer(HistorySchema),
  },
  /** Adds a note to an entry of today. It is an entry of its own and stays for good. */
  addNote: {
    channel: 'audit:add-note',
    request: v.strictObject({ sequence: Whole, text: NoteText }),
    reply: answer(
      v.variant('result', [
        v.strictObject({ result: v.literal('added') }),
        v.strictObject({ result: v.literal('no-such-entry') }),
        NotWritten,
      ]),
    ),
  },
  /** Asks where to save, and writes the entries as a table for WPS or Excel. The log notes it. */
  exportCsv: {
    channel: 'audit:export-csv',
    request: v.strictObject({
      filter: HistoryFilterSchema,
      /** Of the headings and of the words in the table. */
      language: v.picklist(['zh-CN', 'en']),
    }),
    reply: answer(
      v.variant('result', [
        v.strictObject({ result: v.literal('saved'), rows: Whole, fileName: v.string() }),
        v.strictObject({ result: v.literal('cancelled') }),
        /** A kiosk exports nothing. */
        v.strictObject({ result: v.literal('desk-only') }),
        NotWritten,
      ]),
    ),
  },
} as const;
