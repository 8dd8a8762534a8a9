import { MAX_TOTAL_TARGET_BYTES } from './limits.ts';

/** Bounds of one synchronisation, whoever is at the other end, with unit and reason. */

/** Milliseconds for the whole; on a slow line the first one needs about twenty seconds. */
export const SYNC_DEADLINE_MS = 60_000;

/** Milliseconds without a byte before an answer is given up. */
export const FETCH_STALL_MS = 15_000;

/** Megabytes of heap of the synchronising process; lists lie outside of it, and 256 KB of JSON need 20. */
export const SYNC_HEAP_MEGABYTES = 192;

/** Megabytes of the whole process in Electron: 100 for itself, the heap, and the lists. */
export const SYNC_MEMORY_MEGABYTES = 512;

/** Requests of one synchronisation: every root, every role and every file, once. */
export const MAX_SYNC_REQUESTS = 1_000;

/** Bytes of one synchronisation: the process that asks for them may have been taken over. */
export const MAX_SYNC_BYTES = MAX_TOTAL_TARGET_BYTES + 16 * 1_048_576;
