/**
 * A failure that belongs to the domain is a value; an exception is a bug.
 * Every function that can fail for a reason a user may hear about returns a `Result`.
 */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Wraps a success. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a failure. */
export function failure<Failure>(why: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: why };
}

/**
 * Makes the compiler prove that a switch over a closed union handles every member.
 * Reaching it at run time is a bug, so it throws.
 */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
