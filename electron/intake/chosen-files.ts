import { randomUUID } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { ChosenFile, FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { MAX_CHOSEN_FILES, MAX_INTAKE_FILE_BYTES } from '../../shared/limits.ts';
import { failure, type Result, success } from '../../shared/result.ts';

/** What the clerk chose in the system's dialog. The page gets names to ask by, never a path. */
export interface ChosenFiles {
  /** Replaces the last choice. */
  choose(paths: readonly string[]): Promise<Choice>;
  read(id: string): Promise<Result<Uint8Array, FileRefusal>>;
}

export interface Choice {
  readonly files: ChosenFile[];
  /** Whether there were more than are listed. */
  readonly more: boolean;
}

/** Folders below a chosen one that are looked into. */
const MAX_DEPTH = 4;

/** Creates the memory of the last choice, empty. */
export function createChosenFiles(): ChosenFiles {
  let paths: ReadonlyMap<string, string> = new Map();
  return {
    choose: async (chosen) => {
      const found = await listFiles(chosen);
      const listed = found
        .slice(0, MAX_CHOSEN_FILES)
        .map((file) => ({ id: randomUUID(), ...file }));
      paths = new Map(listed.map(({ id, path }) => [id, path]));
      const files = listed.map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes }));
      return { files, more: found.length > MAX_CHOSEN_FILES };
    },
    read: async (id) => {
      const path = paths.get(id);
      return path === undefined ? failure('unreadable') : readWhole(path);
    },
  };
}

interface ListedFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** One more than may be listed, so that it shows whether there are more. */
const ENOUGH = MAX_CHOSEN_FILES + 1;

async function listFiles(chosen: readonly string[]): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  for (const path of chosen) {
    if (files.length >= ENOUGH) break;
    const information = await ignoreMissing(stat(path));
    if (information?.isDirectory() === true) await listFolder(path, path, files);
    else if (information?.isFile() === true) {
      files.push({ path, name: nameOf(basename(path)), sizeBytes: information.size });
    }
  }
  return files;
}

/** Links are not followed: they may lead out of the folder, or around in it for ever. */
async function listFolder(root: string, folder: string, files: ListedFile[]): Promise<void> {
  const entries = (await ignoreMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  const inOrder = [...entries].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  for (const entry of inOrder) {
    if (files.length >= ENOUGH) return;
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const name = relative(root, path).split(sep).join('/');
    if (entry.isDirectory() && name.split('/').length <= MAX_DEPTH) {
      await listFolder(root, path, files);
    } else if (entry.isFile()) {
      const information = await ignoreMissing(stat(path));
      if (information !== undefined) {
        files.push({ path, name: nameOf(name), sizeBytes: information.size });
      }
    }
  }
}

async function readWhole(path: string): Promise<Result<Uint8Array, FileRefusal>> {
  const file = await ignoreMissing(open(path));
  if (file === undefined) return failure('unreadable');
  try {
    const { size } = await file.stat();
    if (size > MAX_INTAKE_FILE_BYTES) return failure('too-large');
    // As many bytes as were announced, even if somebody is still writing to it.
    const bytes = new Uint8Array(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return success(bytes.subarray(0, bytesRead));
  } catch (error) {
    if (isSystemError(error)) return failure('unreadable');
    throw error;
  } finally {
    await file.close();
  }
}

/** What the system says no to is passed over or answered with words; it is no bug. */
async function ignoreMissing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function nameOf(name: string): string {
  return name.slice(-1_024);
}
