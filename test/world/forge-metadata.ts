import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeFile, signMetadata } from '../../authority/repository/metadata.ts';
import { newestRootVersion, targetFile } from '../../authority/repository/repository-files.ts';
import type { RoleSigner } from '../../authority/repository/role-signer.ts';
import type { Role } from '../../authority/repository/roles.ts';

/** The signed part of a metadata file, as loose as JSON is. */
export type LooseBody = Record<string, unknown> & { version: number };

/** How one metadata file is to differ from what the office would write. */
export interface ForgedRole {
  /** Changes the body. It is a copy with its version raised by one, and may be changed in place. */
  readonly change?: (body: LooseBody) => LooseBody | undefined;
  /** Who signs; by default the role's keys in force. */
  readonly signers?: readonly RoleSigner[];
  /** Changes the finished bytes, for example to double a JSON key. */
  readonly bytes?: (bytes: Uint8Array) => Uint8Array;
}

/**
 * Roles to forge. Snapshot and timestamp are made anew and honestly above forged lists, so that the
 * only fault in the repository is the one that was asked for. A forged root becomes the next root,
 * and nothing else follows from it.
 */
export interface Forgery extends Partial<Readonly<Record<Role, ForgedRole>>> {
  /** Target files to write as they are and to list in `lists`, by name; the listing role is forged with them. */
  readonly listed?: {
    readonly by: 'targets' | 'policy' | 'status';
    readonly name: string;
    readonly bytes: Uint8Array;
  };
  /** Leaves snapshot and timestamp alone: the forged files are there, but nothing names them. */
  readonly aloneStanding?: boolean;
}

type Keys = Readonly<Record<Role, readonly RoleSigner[]>>;

/** Writes forged metadata into a repository folder. */
export function forgeMetadata(folder: string, keys: Keys, forgery: Forgery): void {
  if (forgery.root) forgeRoot(folder, keys, forgery.root);
  const timestamp = readBody(folder, 'metadata/timestamp.json');
  const snapshotVersion = metaOf(timestamp)['snapshot.json']?.version;
  const snapshot = readBody(folder, `metadata/${snapshotVersion}.snapshot.json`);
  const meta = { ...metaOf(snapshot) };
  let isChanged = forgery.snapshot !== undefined;
  for (const role of ['targets', 'policy', 'status'] as const) {
    const forged = withListed(folder, role, forgery);
    if (forged === undefined) continue;
    const body = readBody(folder, `metadata/${meta[`${role}.json`]?.version}.${role}.json`);
    const { bytes, version } = forge(body, forged, keys[role]);
    write(folder, `metadata/${version}.${role}.json`, bytes);
    meta[`${role}.json`] = { version, ...describeFile(bytes) };
    isChanged = true;
  }
  if (forgery.aloneStanding || (!isChanged && forgery.timestamp === undefined)) return;
  if (isChanged) {
    const { bytes, version } = forge({ ...snapshot, meta }, forgery.snapshot, keys.snapshot);
    write(folder, `metadata/${version}.snapshot.json`, bytes);
    timestamp.meta = { 'snapshot.json': { version, ...describeFile(bytes) } };
  }
  const forged = forge(timestamp, forgery.timestamp, keys.timestamp);
  write(folder, 'metadata/timestamp.json', forged.bytes);
}

/** Reads the signed part of a metadata file, for example `metadata/timestamp.json`. */
export function readBody(folder: string, path: string): LooseBody {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')).signed;
}

function forgeRoot(folder: string, keys: Keys, forged: ForgedRole): void {
  const newest = newestRootVersion(folder);
  const body = readBody(folder, `metadata/${newest}.root.json`);
  const { bytes } = forge(body, forged, keys.root);
  // Always in the next slot, because that is where a client looks, whatever version it claims.
  write(folder, `metadata/${newest + 1}.root.json`, bytes);
}

function forge(before: LooseBody, forged: ForgedRole = {}, signers: readonly RoleSigner[]) {
  const next: LooseBody = structuredClone({ ...before, version: before.version + 1 });
  const body = forged.change?.(next) ?? next;
  const signed = signMetadata(body, forged.signers ?? signers);
  return { bytes: forged.bytes?.(signed) ?? signed, version: body.version };
}

function withListed(
  folder: string,
  role: 'targets' | 'policy' | 'status',
  forgery: Forgery,
): ForgedRole | undefined {
  const { listed } = forgery;
  if (listed?.by !== role) return forgery[role];
  const entry = describeFile(listed.bytes);
  write(folder, targetFile(listed.name, entry.hashes.sha256), listed.bytes);
  const change = (body: LooseBody): LooseBody => {
    const targets = { ...Object(body.targets), [listed.name]: entry };
    return forgery[role]?.change?.({ ...body, targets }) ?? { ...body, targets };
  };
  return { ...forgery[role], change };
}

type Meta = Record<string, { version: number } & Record<string, unknown>>;

function metaOf(body: LooseBody): Meta {
  return { ...Object(body.meta) };
}

function write(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
