import { accessSync, constants, type Dirent, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Drive } from '../../shared/ipc/staff-replies.ts';

/** Where Linux desktops and automounters put USB drives: `/media/LABEL`, `/run/media/USER/LABEL`. */
const MOUNT_POINT = /^\/(?:media|run\/media|mnt)\/[^/]+(?:\/[^/]+)?$/;
const WINDOWS_LETTERS = 'DEFGHIJKLMNOPQRSTUVWXYZ';
/** Drives, and folders of a drive, that are looked at; a stick may hold anything. */
const MAX_DRIVES = 20;
const MAX_FOLDERS = 200;

/**
 * The drives data can be brought and taken on, with the trust repositories at their top or one
 * folder below. The screen may name only what stands in this list.
 * @param exchangeFolders configured folders that count as drives
 */
export async function listDrives(exchangeFolders: readonly string[]): Promise<Drive[]> {
  const mounted = process.platform === 'win32' ? windowsDrives() : await linuxDrives();
  const paths = [...new Set([...exchangeFolders.filter((path) => existsSync(path)), ...mounted])];
  return Promise.all(paths.slice(0, MAX_DRIVES).map(describeDrive));
}

async function describeDrive(path: string): Promise<Drive> {
  const folders = (await foldersIn(path)).slice(0, MAX_FOLDERS).map((name) => join(path, name));
  const repositories = [path, ...folders].filter((folder) => existsSync(join(folder, 'metadata')));
  return { path, name: basename(path) || path, isWritable: isWritable(path), repositories };
}

function windowsDrives(): readonly string[] {
  return [...WINDOWS_LETTERS].map((letter) => `${letter}:\\`).filter((path) => existsSync(path));
}

/** What is mounted below the usual places; a folder that merely lies there is no drive. */
async function linuxDrives(): Promise<readonly string[]> {
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '');
  const points = mounts.split('\n').map((line) => unescapeMount(line.split(' ')[1] ?? ''));
  return points.filter((point) => MOUNT_POINT.test(point));
}

/** The kernel writes a blank in a name as `\\040`. */
function unescapeMount(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(parseInt(digits, 8)));
}

async function foldersIn(path: string): Promise<readonly string[]> {
  try {
    const entries: readonly Dirent[] = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    // Not there, not a folder, or nobody's business.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [];
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return false;
  }
}
