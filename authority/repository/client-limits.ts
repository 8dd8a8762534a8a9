/**
 * What the kiosk refuses to read: the tool that publishes must not write more.
 * tuf-js's own parser is quadratic, so that these bounds are far below its defaults.
 */
export const METADATA_LIMITS = {
  /** Bytes; three root keys and four roles take about 2 KB. */
  root: 32 * 1_024,
  /** Bytes; one entry. */
  timestamp: 4 * 1_024,
  /** Bytes; one entry for each role. */
  snapshot: 64 * 1_024,
  /** Bytes of targets.json and of each delegated role. */
  targets: 256 * 1_024,
} as const;

/** Files one role may list. */
export const MAX_TARGETS = 500;

/** Bytes of all target files together. */
export const MAX_TOTAL_TARGET_BYTES = 64 * 1_048_576;
