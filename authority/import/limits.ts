/** Bounds on what a file to import can hand us, each with its unit and its reason. */

/** Bytes of one line; the longest real one (a name of 120 characters, an authority) has a few hundred. */
export const MAX_LINE_BYTES = 65_536;

/** Lines one quoted record may stretch over; beyond, a quote was left open and would swallow the file. */
export const MAX_LINES_PER_RECORD = 20;

/** Bytes read at once. */
export const READ_BYTES = 131_072;

/** Characters of an authority's name and of a record's number. */
export const MAX_AUTHORITY_LENGTH = 120;
export const MAX_RECORD_NUMBER_LENGTH = 80;
