/** Bounds of the command line on text. Those on files are in `electron/reading/limits.ts`. */

/** Bytes looked at to tell a text file from a binary one. */
export const HEAD_BYTES = 65_536;

/**
 * Characters kept of one line of text. Far above what any code holds (`MAX_SCANNED_TEXT_LENGTH`),
 * so cutting changes no verdict; it only keeps a file without line ends out of memory.
 */
export const MAX_LINE_CHARACTERS = 1_048_576;
