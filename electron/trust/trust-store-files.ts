import { opendir } from 'node:fs/promises';
import * as v from 'valibot';
import { failure, type Result, success } from '../../shared/result.ts';
import { MAX_FOLDER_ENTRIES, MAX_OWN_FILE_BYTES } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import { parseStrictJson } from './tuf-json.ts';
import { fileErrorCode, readRepositoryFile, sha256Hex } from './verify-repository-files.ts';

const Sealed = v.strictObject({ sha256: v.string(), content: v.looseObject({}) });

/** A JSON text with a checksum of its content: against failing disks, not against attackers. */
export function sealJson(content: object): string {
  return JSON.stringify({ sha256: sha256Hex(JSON.stringify(content)), content });
}

/** Reads a sealed file back; `undefined` when there is none, a failure when a bit of it changed. */
export async function readSealed<Schema extends v.GenericSchema>(
  schema: Schema,
  place: { readonly folder: string; readonly path: string },
): Promise<Result<v.InferOutput<Schema> | undefined, TrustFailure>> {
  const read = await readRepositoryFile({ ...place, maxBytes: MAX_OWN_FILE_BYTES });
  if (!read.ok || read.value === undefined) return read.ok ? success(undefined) : read;
  const damaged = failure({ code: 'wrong-content', subject: place.path } as const);
  const sealed = v.safeParse(Sealed, parseStrictJson(read.value));
  if (!sealed.success) return damaged;
  const { sha256, content } = sealed.output;
  if (sha256Hex(JSON.stringify(content)) !== sha256) return damaged;
  const parsed = v.safeParse(schema, content);
  return parsed.success ? success(parsed.output) : damaged;
}

/** Names in a folder; none when it cannot be read, and no more than anybody needs. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      names.push(entry.name);
      if (names.length >= MAX_FOLDER_ENTRIES) break;
    }
  } catch (error) {
    if (fileErrorCode(error) === undefined) throw error;
  }
  return names;
}
