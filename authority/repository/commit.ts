import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts files into a repository folder in the given order, so that a reader never meets a file that
 * names one which is not there yet. All are written aside first: a full disk leaves nothing behind.
 */
export function commitFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const staging = `${folder}.staging`;
  // A publish that was cut short left it; nothing in it has ever been in force.
  rmSync(staging, { recursive: true, force: true });
  try {
    for (const [path, bytes] of files) writeDurably(join(staging, path), bytes);
    for (const path of files.keys()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(join(staging, path), join(folder, path));
      syncFolder(dirname(join(folder, path)));
    }
  } finally {
    // On a full disk above all.
    rmSync(staging, { recursive: true, force: true });
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes, { flush: true });
}

// Without this a power cut may keep a later rename and forget an earlier one.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
