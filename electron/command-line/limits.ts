/**
 * Bounds of the command line on files, which may come from anybody: sizes are checked before a file
 * is parsed, pixels before they are allocated. Bounds on texts are in `shared/limits.ts`.
 */

/** Bytes of a picture or PDF; a 50-megapixel photo stays below. */
export const MAX_FILE_BYTES = 32 * 1_048_576;

/** Pixels of a picture; the largest phone and office scanner pictures have about so many. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** Pixels of one side: bounds a picture of one row, which the pixel count alone would let through. */
export const MAX_IMAGE_SIDE = 20_000;

/** Pixels searched at once; more makes the search slower without making a code of usual size clearer. */
export const MAX_SEARCHED_PIXELS = 12_000_000;

/** Codes looked for in one picture; a contact sheet of samples has about twenty. */
export const MAX_CODES_PER_PICTURE = 64;

/** Pages of a PDF that are looked at. */
export const MAX_PDF_PAGES = 50;

/** Milliseconds for reading one file; after that its reader is ended. */
export const READ_TIMEOUT_MS = 20_000;

/** Milliseconds after which no further attempt begins, so that what was found can still be told. */
export const SEARCH_BUDGET_MS = 8_000;

/** Megabytes of JavaScript heap for reading one picture or PDF. */
export const READER_HEAP_MEGABYTES = 1_024;

/** Bytes looked at to tell a text file from a binary one. */
export const HEAD_BYTES = 65_536;

/**
 * Characters kept of one line of text. Far above what any code holds (`MAX_SCANNED_TEXT_LENGTH`),
 * so cutting changes no verdict; it only keeps a file without line ends out of memory.
 */
export const MAX_LINE_CHARACTERS = 1_048_576;
