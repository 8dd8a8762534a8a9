import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure, type Result } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';
import { fileErrorCode } from './verify-repository-files.ts';

/**
 * Everything the trust store does to the disk. A port, so that tests can let the disk run full at
 * every single step.
 */
export interface TrustDisk {
  makeFolder(path: string): Promise<void>;
  /** Writes a file of its own and forces it to the disk. */
  writeFile(path: string, content: string): Promise<void>;
  copyFile(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Forces a file, or the names in a folder, to the disk. */
  force(path: string): Promise<void>;
  /** Removes a file or a folder with all it holds; nothing there is fine. */
  remove(path: string): Promise<void>;
}

/** The disk of this machine. */
export const realDisk: TrustDisk = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  writeFile: async (path, content) => {
    const handle = await open(path, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  copyFile,
  rename,
  force,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

async function force(path: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (isWindowsFolder(error)) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (!isWindowsFolder(error)) throw error;
  } finally {
    await handle.close();
  }
}

/** Windows can neither open nor force a folder; NTFS journals the names in it. */
function isWindowsFolder(error: unknown): boolean {
  return process.platform === 'win32' && ['EISDIR', 'EPERM'].includes(fileErrorCode(error) ?? '');
}

/** Replaces a file as a whole: a power cut leaves the old content or the new one. */
export async function replaceFile(disk: TrustDisk, path: string, content: string): Promise<void> {
  await disk.writeFile(`${path}.new`, content);
  await disk.rename(`${path}.new`, path);
  await disk.force(dirname(path));
}

/** Runs steps on the disk; what the disk refuses becomes a failure, any other error is a bug. */
export async function onDisk<Value>(
  steps: () => Promise<Result<Value, TrustFailure>>,
): Promise<Result<Value, TrustFailure>> {
  try {
    return await steps();
  } catch (error) {
    const detail = fileErrorCode(error);
    if (detail === undefined) throw error;
    return failure({ code: 'disk-error', detail });
  }
}
