import { readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import type { ConfigLayer, ConfigProblem, ConfigSource } from './config-layer.ts';

/** Bytes of a configuration file; ours need a few thousand. */
const MAX_CONFIG_BYTES = 262_144;

const JsonObject = v.record(v.string(), v.unknown());

/** A file's values, or what is wrong with it as a whole; then nothing in it counts. */
export interface ReadLayer {
  readonly layer: ConfigLayer;
  readonly problems: readonly ConfigProblem[];
}

/** Reads one file of the configuration. One that is not there says nothing, unless it was named. */
export function readLayer(source: ConfigSource, file: string, mustExist = false): ReadLayer {
  const unusable = (reason: ConfigProblem['reason'], detail?: string): ReadLayer => ({
    layer: { source, place: file, values: {} },
    problems: [{ source, place: file, reason, ...(detail === undefined ? {} : { detail }) }],
  });
  const text = readText(file);
  if (text === 'file-missing' && !mustExist) {
    return { layer: { source, place: file, values: {} }, problems: [] };
  }
  if (typeof text === 'string') return unusable(text);
  const parsed = parseJson(text.content);
  if (!parsed.ok) return unusable('not-json', parsed.detail);
  const object = v.safeParse(JsonObject, parsed.value);
  if (!object.success || Array.isArray(parsed.value)) return unusable('not-an-object');
  return { layer: { source, place: file, values: object.output }, problems: [] };
}

type Unread = 'file-missing' | 'file-unreadable' | 'file-too-large';

function readText(file: string): { readonly content: string } | Unread {
  try {
    if (statSync(file).size > MAX_CONFIG_BYTES) return 'file-too-large';
    // Editors on Windows begin a file with a byte order mark.
    return { content: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable';
  }
}

type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly detail: string };

function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's words may quote the file, and the file may hold a secret.
    const place = /position \d+(?: \(line \d+ column \d+\))?/.exec(error.message)?.[0];
    return { ok: false, detail: place ?? 'the file ends too early' };
  }
}
