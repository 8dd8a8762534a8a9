import * as v from 'valibot';
import { TRUST_FAILURES } from '../trust/trust-failure-codes.ts';

/** What a synchronisation is at, in order, for a progress line. */
export const SYNC_STEPS = [
  'starting',
  'root',
  'timestamp',
  'snapshot',
  'targets',
  'files',
  'committing',
] as const;
export type SyncStep = (typeof SYNC_STEPS)[number];

const Moment = v.pipe(v.number(), v.safeInteger());

/** Whether the terminal is synchronising, and how it went the last time. Times are UNIX seconds. */
export const SyncStateSchema = v.variant('phase', [
  v.strictObject({ phase: v.literal('idle') }),
  v.strictObject({ phase: v.literal('syncing'), step: v.picklist(SYNC_STEPS) }),
  v.strictObject({ phase: v.literal('failed'), code: v.picklist(TRUST_FAILURES), at: Moment }),
  v.strictObject({ phase: v.literal('done'), at: Moment, changed: v.boolean() }),
]);
export type SyncState = v.InferOutput<typeof SyncStateSchema>;
