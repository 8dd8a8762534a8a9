/**
 * Every bound on what a trust repository, a USB stick or a damaged disk can hand us, with its unit
 * and its reason. Sizes are checked before anything is parsed.
 */

/** Bytes of a metadata file. tuf-js's parser is quadratic: 400 KB of unsigned root block it for 8 s. */
export const MAX_METADATA_BYTES = {
  /** Three root keys and four roles take 2 KB. */
  root: 32 * 1_024,
  /** One entry. */
  timestamp: 4 * 1_024,
  /** One entry for each role. */
  snapshot: 64 * 1_024,
  /** targets.json and each delegated role; 500 entries take 90 KB. */
  targets: 256 * 1_024,
} as const;

/** Files one role may list; tuf-js needs seconds for 5,000. */
export const MAX_TARGETS_PER_ROLE = 500;

/** Bytes of all target files together; fifty million certificates need about 15 MB. */
export const MAX_TOTAL_TARGET_BYTES = 64 * 1_048_576;

/** Nested objects and arrays in metadata; the format needs six. */
export const MAX_METADATA_NESTING = 16;

/** Roots that may follow the shipped one; one a week for five years. */
export const MAX_ROOT_ROTATIONS = 256;

/** Bytes of our own small files (CURRENT, record, marks, lock); 500 status lists take 60 KB. */
export const MAX_OWN_FILE_BYTES = 256 * 1_024;

/** Entries looked at in a folder of ours or on a USB stick. */
export const MAX_FOLDER_ENTRIES = 10_000;

/** Seconds of uptime after which a lock cannot belong to a running synchronisation any more. */
export const MAX_LOCK_AGE_SECONDS = 3_600;

/** Generations kept on the disk: the one in use and the one before it. */
export const KEPT_GENERATIONS = 2;

/** Generations verified at a start before giving up; more than two are there only by tampering. */
export const MAX_GENERATIONS_TRIED = 4;
