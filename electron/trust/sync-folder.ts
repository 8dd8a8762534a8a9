import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../../shared/result.ts';
import type { FetchPort, FetchRequest } from './fetch-port.ts';
import type { TrustFailure } from './trust-failure.ts';
import { readRepositoryFile } from './verify-repository-files.ts';

/** The staging folder of a synchronisation, and the server behind it. Nothing in either is trusted. */
export interface SyncFolder {
  /** What an earlier synchronisation left; `undefined` when it is not there, too large or unreadable. */
  local(request: FetchRequest): Promise<Uint8Array | undefined>;
  /** What the server has; a file it must have and has not is its error. */
  remote(request: FetchRequest): Promise<Result<Uint8Array, TrustFailure>>;
  /** The same for a file it need not have. */
  remoteIfThere(request: FetchRequest): Promise<Result<Uint8Array | undefined, TrustFailure>>;
  save(path: string, bytes: Uint8Array): Promise<Result<void, TrustFailure>>;
}

/** Looks at a staging folder and a server together. */
export function openSyncFolder(folder: string, port: FetchPort): SyncFolder {
  const remoteIfThere: SyncFolder['remoteIfThere'] = async (request) => {
    const fetched = await port.fetch(request);
    if (fetched.ok) return fetched;
    if (fetched.failure === 'not-there') return success(undefined);
    return failure({ code: fetched.failure, subject: request.path });
  };
  return {
    local: async ({ path, maxBytes }) => {
      const read = await readRepositoryFile({ folder, path, maxBytes });
      // Whatever is wrong with it: the server's copy takes its place.
      return read.ok ? read.value : undefined;
    },
    remoteIfThere,
    remote: async (request) => {
      const fetched = await remoteIfThere(request);
      if (!fetched.ok) return fetched;
      if (fetched.value !== undefined) return success(fetched.value);
      return failure({ code: 'server-error', subject: request.path, detail: 'not there' });
    },
    save: (path, bytes) => saveFile(join(folder, path), bytes),
  };
}

async function saveFile(file: string, bytes: Uint8Array): Promise<Result<void, TrustFailure>> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    return success(undefined);
  } catch (error) {
    // Full, read-only or broken; the staging folder is thrown away.
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    return failure({ code: 'disk-error', detail: String(error.code) });
  }
}
