import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';

// A stick may hold a pipe or a link in place of a file: neither waited for nor followed.
// Windows knows neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** A file of a folder that a stranger may have filled. */
export interface FileRequest {
  readonly folder: string;
  /** With `/`, relative to the folder. */
  readonly path: string;
  readonly maxBytes: number;
}

/** The bytes of a plain file, or `undefined` when there is none of that name. */
export async function readRepositoryFile(
  request: FileRequest,
): Promise<Result<Uint8Array | undefined, TrustFailure>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(request.folder, request.path), FLAGS);
    return await readBounded(handle, request);
  } catch (error) {
    return explainFileError(error, request.path);
  } finally {
    await handle?.close();
  }
}

async function readBounded(
  handle: FileHandle,
  { path, maxBytes }: FileRequest,
): Promise<Result<Uint8Array, TrustFailure>> {
  const information = await handle.stat();
  if (!information.isFile()) return failure(notPlain(path));
  if (information.size > maxBytes) return failure({ code: 'too-large', subject: path });
  const bytes = new Uint8Array(information.size);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) return failure({ code: 'cut-short', subject: path });
    filled += bytesRead;
  }
  return success(bytes);
}

function explainFileError(error: unknown, path: string): Result<undefined, TrustFailure> {
  const code = fileErrorCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return success(undefined);
  if (code === 'ELOOP' || code === 'ENXIO') return failure(notPlain(path));
  return failure({ code: 'disk-error', subject: path, detail: code });
}

/** The system's name for what went wrong with a file, or `undefined` when the error is a bug of ours. */
export function fileErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** SHA-256 in lower-case hexadecimal, as metadata writes it. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function notPlain(path: string): TrustFailure {
  return { code: 'not-a-repository', subject: path, detail: 'no plain file' };
}
