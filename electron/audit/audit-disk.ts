import { mkdir, open, rm } from 'node:fs/promises';
import type { AuditProblem } from '../../shared/ipc/audit-verbs.ts';
import { writeAtomically } from '../adapters/write-atomically.ts';

/** Everything the log does to the disk. A port, so that tests can let each step fail. */
export interface AuditDisk {
  makeFolder(path: string): Promise<void>;
  /** Adds to the end of a file and creates it if need be; the system may still hold the bytes back. */
  append(path: string, text: string): Promise<void>;
  /** Forces what was added onto the disk, so that a power cut cannot take it away. */
  force(path: string): Promise<void>;
  /** Replaces a small file as a whole. */
  replace(path: string, content: string): Promise<void>;
  remove(path: string): Promise<void>;
}

// Whoever may read the log is the owner's decision; other accounts of the machine need not.
const OWNER_ONLY = 0o600;

/** The disk of this machine. */
export const realAuditDisk: AuditDisk = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  append: async (path, text) => {
    const handle = await open(path, 'a', OWNER_ONLY);
    try {
      await handle.appendFile(text);
    } finally {
      await handle.close();
    }
  },
  force: async (path) => {
    // Opened for writing, because Windows forces nothing else.
    const handle = await open(path, 'a', OWNER_ONLY);
    try {
      await handle.datasync();
    } finally {
      await handle.close();
    }
  },
  replace: writeAtomically,
  remove: (path) => rm(path, { force: true }),
};

/** What a failure of the disk means for the log; `undefined` when it is no failure of the disk. */
export function diskProblem(error: unknown): AuditProblem | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) {
    return undefined;
  }
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'not-allowed';
    default:
      return 'not-writable';
  }
}
