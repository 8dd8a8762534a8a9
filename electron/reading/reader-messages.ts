import * as v from 'valibot';
import { CodePlaceSchema, FILE_NOTICES, FILE_REFUSALS } from '../../shared/ipc/intake-verbs.ts';
import { MAX_SCANNED_TEXT_LENGTH } from '../../shared/limits.ts';
import { MAX_CODES_PER_FILE } from './limits.ts';

/**
 * What crosses between the program and the process that reads files. That process has just digested
 * what a stranger made, so what it says is parsed like anybody's word.
 */

const Codes = v.pipe(
  v.array(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(MAX_SCANNED_TEXT_LENGTH)),
      place: CodePlaceSchema,
    }),
  ),
  v.maxLength(MAX_CODES_PER_FILE),
);

/** From the reading process. */
export const FromReader = v.variant('kind', [
  /** Loaded everything it needs and waits for a file. */
  v.strictObject({ kind: v.literal('ready') }),
  /** Finished a step of a file, with the codes it gave. */
  v.strictObject({ kind: v.literal('step'), codes: Codes }),
  /** Has read the file. */
  v.strictObject({
    kind: v.literal('done'),
    answer: v.variant('ok', [
      v.strictObject({
        ok: v.literal(true),
        value: v.strictObject({ codes: Codes, notices: v.array(v.picklist(FILE_NOTICES)) }),
      }),
      v.strictObject({ ok: v.literal(false), failure: v.picklist(FILE_REFUSALS) }),
    ]),
  }),
]);
export type FromReader = v.InferInput<typeof FromReader>;

/** To the reading process, from the program it belongs to, which is believed. */
export type ToReader =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** Milliseconds it has worked so far, as the system counts them: a page cannot ask that. */
  | { readonly kind: 'worked'; readonly milliseconds: number };
