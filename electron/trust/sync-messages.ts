import * as v from 'valibot';
import { SYNC_STEPS } from '../../shared/ipc/sync-state.ts';
import { MAX_STATUS_LIST_BYTES } from '../../shared/limits.ts';
import type { Result } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { TRUST_FAILURES } from '../../shared/trust/trust-failure-codes.ts';
import type { FetchFailure } from './fetch-port.ts';

/**
 * What crosses between the program and its synchronising process. That process reads what strangers
 * send: it has no network of its own, and what it says is parsed here like anybody's word.
 */

/** What is to be synchronised. */
export interface SyncTask {
  /** Folder of the trust store. */
  readonly folder: string;
  readonly rootJson: Uint8Array;
  readonly factoryFolder?: string | undefined;
  /** Sampled once: one synchronisation has one time. */
  readonly now: EpochSeconds;
}

const Done = v.strictObject({
  /** Whether anything but the proof of being current is new. */
  changed: v.boolean(),
});
/** What a good synchronisation brought. */
export type SyncDone = v.InferOutput<typeof Done>;

const ShortText = v.pipe(v.string(), v.maxLength(400));
const Failure = v.strictObject({
  code: v.picklist(TRUST_FAILURES),
  subject: v.exactOptional(ShortText),
  detail: v.exactOptional(ShortText),
});

/** From the synchronising process. */
export const FromSync = v.variant('kind', [
  v.strictObject({
    kind: v.literal('fetch'),
    id: v.pipe(v.number(), v.safeInteger()),
    path: ShortText,
    maxBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_STATUS_LIST_BYTES)),
  }),
  v.strictObject({ kind: v.literal('step'), step: v.picklist(SYNC_STEPS) }),
  v.strictObject({
    kind: v.literal('done'),
    outcome: v.variant('ok', [
      v.strictObject({ ok: v.literal(true), value: Done }),
      v.strictObject({ ok: v.literal(false), failure: Failure }),
    ]),
  }),
]);
export type FromSync = v.InferOutput<typeof FromSync>;

/** To the synchronising process; the program is its own and is believed. */
export type ToSync =
  | { readonly kind: 'start'; readonly task: SyncTask }
  | {
      readonly kind: 'fetched';
      readonly id: number;
      readonly answer: Result<Uint8Array, FetchFailure>;
    };
