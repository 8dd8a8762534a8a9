import type { Dirent } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage, StoredKind, WipeableKind } from '../../shared/ipc/staff-replies.ts';

/** Which names at the top of the state folder belong to which kind; all others are Chromium's. */
const KIND_OF: Readonly<Record<string, StoredKind>> = {
  'kiosk.log': 'log',
  'kiosk.log.1': 'log',
  'status.json': 'log',
  'settings.json': 'settings',
  'desk.json': 'settings',
  site: 'settings',
  trust: 'trust',
  audit: 'records',
  'last-scan.json': 'records',
  'settings-seen.json': 'records',
  'pin-attempts.json': 'records',
  'version.json': 'records',
  Crashpad: 'crash-dumps',
  'Crash Reports': 'crash-dumps',
};
const ALL: readonly StoredKind[] = ['log', 'crash-dumps', 'settings', 'trust', 'records', 'other'];

/** How much of each kind this terminal keeps, and in which files. */
export async function readStoredParts(folder: string): Promise<Storage['parts']> {
  const entries = await entriesIn(folder);
  return Promise.all(
    ALL.map(async (kind) => {
      const own = entries.filter(({ name }) => kindOf(name) === kind);
      const sizes = await Promise.all(own.map((entry) => sizeOf(join(folder, entry.name), entry)));
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      return { kind, bytes, names: own.map(({ name }) => name).sort() };
    }),
  );
}

/**
 * Deletes what the staff chose. Trust data and records are not among it: without the first nothing
 * can be verified, and the second have to be kept. Of the settings only the local file is deleted.
 */
export async function wipeFiles(folder: string, kinds: readonly WipeableKind[]): Promise<void> {
  const names = (await entriesIn(folder)).map(({ name }) => name);
  const isWiped = (name: string): boolean =>
    kinds.some((kind) => kind === kindOf(name)) && name !== 'site' && name !== 'settings.json';
  for (const name of names.filter(isWiped)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function kindOf(name: string): StoredKind {
  return Object.hasOwn(KIND_OF, name) ? (KIND_OF[name] ?? 'other') : 'other';
}

async function sizeOf(path: string, entry: Dirent): Promise<number> {
  if (entry.isSymbolicLink()) return 0;
  if (!entry.isDirectory()) return fileSize(path);
  let sum = 0;
  for (const below of await entriesIn(path)) sum += await sizeOf(join(path, below.name), below);
  return sum;
}

async function entriesIn(folder: string): Promise<readonly Dirent[]> {
  return ifStillThere(() => readdir(folder, { withFileTypes: true }), []);
}

async function fileSize(path: string): Promise<number> {
  return ifStillThere(async () => (await stat(path)).size, 0);
}

/** Chromium's files come and go while they are being counted. */
async function ifStillThere<Value>(read: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return otherwise;
  }
}
