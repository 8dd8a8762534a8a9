import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import { BadVersionError, ExpiredMetadataError, RepositoryError } from 'tuf-js/dist/error.js';
import { failure, type Result, success } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';

/** Lets tuf-js judge something and turns its exceptions into our failures. Others are bugs. */
export function judgedByTuf(subject: string, judge: () => unknown): Result<void, TrustFailure> {
  try {
    judge();
    return success(undefined);
  } catch (error) {
    return failure(nameTufError(error, subject));
  }
}

function nameTufError(error: unknown, subject: string): TrustFailure {
  if (!(error instanceof Error)) throw error;
  const named = (code: TrustFailure['code']): TrustFailure => ({
    ...{ code, subject, detail: error.message.slice(0, 200) },
  });
  if (error instanceof UnsignedMetadataError) return named('bad-signatures');
  if (error instanceof LengthOrHashMismatchError) return named('wrong-content');
  // Versions that only do not fit were sorted out before; these go back.
  if (error instanceof BadVersionError) return named('rolled-back');
  if (error instanceof ExpiredMetadataError) return named('expired');
  if (error instanceof RepositoryError) return named('inconsistent');
  // The models' own class for what is not there is not exported under another name.
  if (/^no delegations? found/i.test(error.message)) return named('not-delegated');
  return named('malformed-metadata');
}
