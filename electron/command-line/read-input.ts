import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { MAX_INTAKE_FILE_BYTES } from '../../shared/limits.ts';
import type { FileReader } from '../intake/file-reader.ts';
import { looksLikeCertificate } from '../reading/certificate-text.ts';
import { tellFileKind } from '../reading/file-kind.ts';
import { collectUpTo, peek } from './chunks.ts';
import { HEAD_BYTES } from './limits.ts';
import { listFolder } from './list-folder.ts';
import type { Progress } from './progress.ts';
import { type ReadItem, textItem, type Unreadable, unreadableItem } from './read-item.ts';
import { readLines, scannedTextOf } from './read-lines.ts';
import { NOTICE_WORDS, REFUSAL_WORDS } from './refusal-words.ts';

/** What reading an input needs from outside. */
export interface InputParts {
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly files: FileReader;
  readonly progress: Progress;
  /** Tells the user something that is no verdict. */
  readonly notice: (sentence: string) => void;
}

/** One INPUT of the command line and its place among them, the first is 1. */
export interface InputArgument {
  readonly text: string;
  readonly position: number;
}

/** Gives everything one INPUT holds, in order; never nothing, so that no input passes unnoticed. */
export async function* readInput(
  argument: InputArgument,
  parts: InputParts,
): AsyncGenerator<ReadItem> {
  const { text, position } = argument;
  const source = { name: `argument:${position}` };
  if (text === '-') return yield* readTextLines('-', parts.standardInput);
  // With its colon it cannot be meant as a file; without, `PCC1.png` may be one.
  if (/^\s*PCC[0-9]+:/.test(text)) return yield textItem(source, text);
  const found = await findFile(text);
  if (found === 'file') return yield* readFileItems(text, parts);
  if (found === 'folder') return yield* readFolderItems(text, parts);
  if (found !== 'missing') return yield unreadableItem(text, found);
  if (!looksLikeCertificate(text)) {
    parts.notice(`no file has the name of INPUT ${position}; it is judged as a scanned text`);
  }
  yield textItem(source, text);
}

async function findFile(path: string): Promise<'file' | 'folder' | 'missing' | Unreadable> {
  try {
    const information = await stat(path);
    return information.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // A text that cannot be a file name is as good as one that is none.
    return ['EACCES', 'EPERM', 'EIO'].includes(code) ? unreadable(code) : 'missing';
  }
}

async function* readFolderItems(folder: string, parts: InputParts): AsyncGenerator<ReadItem> {
  let files = 0;
  try {
    for (const file of listFolder(folder)) {
      files += 1;
      yield* readFileItems(file, parts);
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    yield unreadableItem(folder, unreadable(code));
    return;
  }
  // Nothing at all must not look like "all accepted" to a script.
  if (files === 0) yield unreadableItem(folder, REFUSAL_WORDS.empty);
}

async function* readFileItems(path: string, parts: InputParts): AsyncGenerator<ReadItem> {
  const stream = createReadStream(path);
  try {
    const { head, all } = await peek(counted(stream, parts.progress), HEAD_BYTES);
    if (head.length === 0) return yield unreadableItem(path, REFUSAL_WORDS.empty);
    const kind = tellFileKind(head);
    if (!kind.ok) return yield unreadableItem(path, REFUSAL_WORDS[kind.failure]);
    // Read as it comes: a list of texts may be of any length.
    if (kind.value === 'lines') return yield* readTextLines(path, all);
    const bytes = await collectUpTo(all, MAX_INTAKE_FILE_BYTES);
    if (bytes === undefined) return yield unreadableItem(path, REFUSAL_WORDS['too-large']);
    yield* readCodeItems(path, bytes, parts);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    yield unreadableItem(path, unreadable(code));
  } finally {
    stream.destroy();
  }
}

async function* readCodeItems(
  path: string,
  bytes: Uint8Array,
  parts: InputParts,
): AsyncGenerator<ReadItem> {
  const read = await parts.files.read(bytes);
  if (!read.ok) return yield unreadableItem(path, REFUSAL_WORDS[read.failure]);
  for (const notice of read.value.notices) parts.notice(`${path}: ${NOTICE_WORDS[notice]}`);
  for (const { place, text } of read.value.codes) {
    yield textItem({ name: path, ...(place.page === undefined ? {} : { page: place.page }) }, text);
  }
}

async function* readTextLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadItem> {
  let line = 0;
  for await (const text of readLines(chunks)) {
    line += 1;
    yield textItem({ name: `${name}:${line}` }, scannedTextOf(text));
  }
  // Nothing at all must not look like "all accepted" to a script.
  if (line === 0) yield unreadableItem(name, REFUSAL_WORDS.empty);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    progress.read(chunk.length);
  }
}

function unreadable(why: string): Unreadable {
  return { code: 'not-readable', message: `it cannot be read: ${why}` };
}

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  return String(error.code);
}
