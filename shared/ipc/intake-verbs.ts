import * as v from 'valibot';
import { MAX_CHOSEN_FILES } from '../limits.ts';
import { VerdictSchema } from '../verify/verdict.ts';
import { answer } from './reply.ts';

/**
 * Certificates that come as files: dropped or pasted on the page, or chosen in a dialog of the main
 * process, which then reads them itself, so that no path ever reaches the page.
 */

/** Why a file gave no code at all; the screen has words for each. */
export const FILE_REFUSALS = [
  'empty',
  'too-large',
  /** HEIC or HEIF, as iPhones take them. */
  'heic',
  'avif',
  'other-picture',
  'video',
  'archive',
  /** None of the kinds that are read, told by its content. */
  'not-a-picture',
  'damaged',
  'too-many-pixels',
  'too-many-pages',
  /** A small file that would unpack into a large one. */
  'unpacks-too-large',
  'encrypted',
  'no-code',
  'timed-out',
  /** The process that reads files ended in the middle of it: out of memory, or a crash. */
  'reader-failed',
  /** The system does not hand the file over, or it is no longer there. */
  'unreadable',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** What is to be said beside codes that were found. */
export const FILE_NOTICES = [
  /** Time was up before every page or picture was looked at. */
  'not-all-looked-at',
  /** Some pages or pictures could not be drawn. */
  'parts-damaged',
] as const;
export type FileNotice = (typeof FILE_NOTICES)[number];

const Fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Where in a file a code stands. */
export const CodePlaceSchema = v.strictObject({
  /** Page of a document, the first is 1. */
  page: v.exactOptional(Ordinal),
  /** Line of a text file, the first is 1. */
  line: v.exactOptional(Ordinal),
  /** The smallest upright box around it, in fractions of the width and height of its page. */
  box: v.exactOptional(
    v.strictObject({ left: Fraction, top: Fraction, width: Fraction, height: Fraction }),
  ),
});
export type CodePlace = v.InferOutput<typeof CodePlaceSchema>;

const CheckedFileSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('codes'),
    /**
     * Each distinct certificate once, in the order of pages, or the first other code where there is
     * no certificate; never none.
     */
    codes: v.array(v.strictObject({ place: CodePlaceSchema, verdict: VerdictSchema })),
    notices: v.array(v.picklist(FILE_NOTICES)),
  }),
  v.strictObject({ kind: v.literal('refused'), code: v.picklist(FILE_REFUSALS) }),
]);
/** What one file came to. */
export type CheckedFile = v.InferOutput<typeof CheckedFileSchema>;

const FileName = v.pipe(v.string(), v.maxLength(1_024));
const FileId = v.pipe(v.string(), v.uuid());

const ChosenFileSchema = v.strictObject({
  /** Names the file for `checkChosen`; worth nothing after the next choice. */
  id: FileId,
  /** Within a chosen folder with the folders below it, as `2026/scan.pdf`. */
  name: FileName,
  sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type ChosenFile = v.InferOutput<typeof ChosenFileSchema>;

export const intakeVerbs = {
  /** Judges every certificate in a file whose bytes the page holds. */
  checkFile: {
    channel: 'kiosk:check-file',
    request: v.strictObject({
      name: FileName,
      bytes: v.instance(Uint8Array),
      /** Judged as always, but not counted. */
      training: v.exactOptional(v.literal(true)),
    }),
    reply: answer(CheckedFileSchema),
  },
  /** Lets the clerk choose files, or a folder with everything in it; nothing when cancelled. */
  chooseFiles: {
    channel: 'kiosk:choose-files',
    request: v.strictObject({ what: v.picklist(['files', 'folder']) }),
    reply: answer(
      v.strictObject({
        files: v.pipe(v.array(ChosenFileSchema), v.maxLength(MAX_CHOSEN_FILES)),
        /** Whether there were more than are listed. */
        more: v.boolean(),
      }),
    ),
  },
  /** The same as `checkFile` for a file of the last choice. */
  checkChosen: {
    channel: 'kiosk:check-chosen',
    request: v.strictObject({ id: FileId, training: v.exactOptional(v.literal(true)) }),
    reply: answer(CheckedFileSchema),
  },
} as const;
