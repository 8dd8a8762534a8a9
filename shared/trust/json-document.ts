import * as v from 'valibot';
import { MAX_TRUST_DOCUMENT_BYTES } from '../limits.ts';
import { failure, type Result, success } from '../result.ts';

/** Why a trust document was not taken: too large, no JSON in UTF-8, or not of the documented form. */
export type DocumentFailure =
  | { readonly code: 'too-large' }
  | { readonly code: 'not-json' }
  | { readonly code: 'wrong-form'; readonly path: string };

/** Parses a JSON document from outside against its schema. Never throws. */
export function parseJsonDocument<Schema extends v.GenericSchema>(
  schema: Schema,
  bytes: Uint8Array,
): Result<v.InferOutput<Schema>, DocumentFailure> {
  if (bytes.length > MAX_TRUST_DOCUMENT_BYTES) return failure({ code: 'too-large' });
  const json = parseJson(bytes);
  if (json === undefined) return failure({ code: 'not-json' });
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure({ code: 'wrong-form', path: v.getDotPath(issue) ?? '' });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
