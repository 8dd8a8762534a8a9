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

/** Milliseconds of work after which nothing more is begun, so that what was found can still be told. */
export const FILE_BUDGET_MS = 20_000;

/** The same for one picture, alone or of several. */
export const LONE_PICTURE_BUDGET_MS = 6_000;
export const PICTURE_BUDGET_MS = 1_500;
