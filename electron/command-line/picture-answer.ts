import * as v from 'valibot';
import type { Result } from '../../shared/result.ts';
import type { PictureKind } from './file-kind.ts';
import type { Unreadable } from './read-item.ts';

/** A picture or PDF to be searched for codes; what the reader process is sent. */
export interface PictureFile {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
}

const CodeSchema = v.strictObject({
  text: v.string(),
  /** Page of a PDF, the first is 1. */
  page: v.exactOptional(v.number()),
});

const FoundSchema = v.strictObject({
  /** The distinct certificates in page order, or one other code; never none. */
  codes: v.array(CodeSchema),
  /** What was left out, in sentences. */
  notices: v.array(v.string()),
});

const FAILURES = [
  'damaged-file',
  'image-too-large',
  'no-code-found',
  'password-protected',
  'time-limit',
] as const;

/**
 * What the reader process answers. It is parsed like anything from outside: the process has just
 * digested a stranger's file.
 */
export const PictureAnswerSchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: FoundSchema }),
  v.strictObject({
    ok: v.literal(false),
    failure: v.strictObject({ code: v.picklist(FAILURES), message: v.string() }),
  }),
]);

export type FoundCode = v.InferOutput<typeof CodeSchema>;
export type FoundCodes = v.InferOutput<typeof FoundSchema>;
export type PictureFailure = Unreadable & { readonly code: (typeof FAILURES)[number] };
export type PictureAnswer = Result<FoundCodes, PictureFailure>;
