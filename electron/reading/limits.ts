/**
 * Bounds on files, which may come from anybody, with unit and reason: sizes are checked before a
 * file is parsed, pixels before they are allocated. The bytes of a whole file are bounded in
 * `shared/limits.ts`.
 */

/** Pixels of a picture; the largest phone and office scanner pictures have about so many. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** Pixels of one side: bounds a picture of one row, which the pixel count alone would let through. */
export const MAX_IMAGE_SIDE = 20_000;

/** Pixels searched at once; more makes the search slower without making a code of usual size clearer. */
export const MAX_SEARCHED_PIXELS = 8_000_000;

/** Pixels a small picture is enlarged to. */
export const MAX_ENLARGED_PIXELS = 5_000_000;

/** Codes looked for in one picture; a contact sheet of samples has about twenty. */
export const MAX_CODES_PER_PICTURE = 64;

/** Codes reported of one file: a table of a funding round on a hundred pages. */
export const MAX_CODES_PER_FILE = 1_000;

/** Pages of a document; a loan application with all its papers stays below. */
export const MAX_PAGES = 200;

/** Lines of a text file of codes. */
export const MAX_TEXT_LINES = 2_000;

/** Entries of an OFD file: four or five a page, and fonts. */
export const MAX_OFD_ENTRIES = 4_096;

/** Pictures of an OFD file that are searched. */
export const MAX_OFD_PICTURES = 256;

/** Bytes all that is looked at in an OFD file may unpack to, and one entry of it. */
export const MAX_OFD_BYTES = 64 * 1_048_576;
export const MAX_OFD_ENTRY_BYTES = 32 * 1_048_576;

/** Milliseconds of work any file may ask for: what has not shown a code by then rarely does later. */
export const FILE_BUDGET_MS = 1_400;

/** More for a file of more bytes: a scan of 300 dpi in colour takes about a megabyte. */
export const MS_PER_MEGABYTE = 400;

/** More for every page that was looked at; one costs about 100 ms, a closer look some times as much. */
export const MS_PER_PAGE = 500;

/** More for every page that was asked what is on it. */
export const MS_PER_SORTED_PAGE = 30;

/** The most any file may ask for. */
export const MOST_FILE_BUDGET_MS = 45_000;

/** The most one step may ask for, however many bytes lie around what drags on. */
export const MOST_STEP_BUDGET_MS = 3_500;

/** For all attempts on one of several pictures or pages. */
export const PICTURE_BUDGET_MS = 1_500;

/**
 * Bytes a page from which a document is taken for scans: all of its pages hold pictures then, and
 * asking each would cost as much as reading it.
 */
export const SCANNED_PAGE_BYTES = 60_000;
