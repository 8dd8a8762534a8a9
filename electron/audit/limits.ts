/** Bounds of the log, with their units and reasons. */

/** Bytes after which a new file is begun; some 7,000 answers, more than a desk gives in a day. */
export const MAX_FILE_BYTES = 4 * 1_048_576;

/** Bytes of a file that is read at all; one line more than the writer's own bound. */
export const MAX_READ_FILE_BYTES = 16 * 1_048_576;

/** Entries held in memory while the disk takes none: a busy day, about a megabyte. */
export const MAX_WAITING_ENTRIES = 2_000;

/** Milliseconds until a disk that took nothing is tried again; every new entry tries as well. */
export const RETRY_MS = 15_000;

/**
 * Days the last file before today may lie back for old files to be deleted. After a longer gap the
 * clock may have jumped ahead, and a wrong year must not cost the log of the right one.
 */
export const MAX_QUIET_DAYS = 7;

/** Entries that could be written at once, for one write. */
export const MAX_ENTRIES_PER_WRITE = 200;
