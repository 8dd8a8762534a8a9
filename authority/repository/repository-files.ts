import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DELEGATED_ROLES, type TargetsRole } from './roles.ts';

/** Names of the files in a repository, relative to its folder, with consistent snapshots. */
export const TIMESTAMP_FILE = 'metadata/timestamp.json';

/** File of one version of a role. */
export function metadataFile(role: 'root' | 'snapshot' | TargetsRole, version: number): string {
  return `metadata/${version}.${role}.json`;
}

/** File of a target: the hash stands before the last part of its name, as tuf-js asks for it. */
export function targetFile(name: string, sha256: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `targets/${name.slice(0, slash)}${sha256}.${name.slice(slash)}`;
}

/** Gives the bytes of a file of the repository, or `undefined` when it is not there. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/** Reads a repository folder, with files that are not in place yet laid over it. */
export function folderReader(
  folder: string,
  overlay: ReadonlyMap<string, Uint8Array> = new Map(),
): ReadFile {
  return (path) => {
    const laidOver = overlay.get(path);
    if (laidOver !== undefined) return laidOver;
    const file = join(folder, path);
    return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
  };
}

/** The newest root version in a folder. Throws when there is none. */
export function newestRootVersion(folder: string): number {
  const metadata = join(folder, 'metadata');
  const names = existsSync(metadata) ? readdirSync(metadata) : [];
  const versions = names.map((name) => Number(/^([1-9]\d*)\.root\.json$/.exec(name)?.[1] ?? 0));
  const newest = Math.max(0, ...versions);
  if (newest === 0) throw new Error(`there is no repository in ${folder}`);
  return newest;
}

/** Every role that lists files, the delegating one first. */
export const TARGETS_ROLES: readonly TargetsRole[] = ['targets', ...DELEGATED_ROLES];
