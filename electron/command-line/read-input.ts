import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { collectUpTo, peek } from './chunks.ts';
import { tellFileKind } from './file-kind.ts';
import { HEAD_BYTES, MAX_FILE_BYTES } from './limits.ts';
import { listFolder } from './list-folder.ts';
import type { PictureFile, PictureReader } from './picture-reader.ts';
import type { Progress } from './progress.ts';
import { type ReadItem, textItem, type Unreadable, unreadableItem } from './read-item.ts';
import { readLines, scannedTextOf } from './read-lines.ts';

/** What reading an input needs from outside. */
export interface InputParts {
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly pictures: PictureReader;
  readonly progress: Progress;
  /** Tells the user something that is no verdict. */
  readonly notice: (sentence: string) => void;
}

/** One INPUT of the command line and its place among them, the first is 1. */
export interface InputArgument {
  readonly text: string;
  readonly position: number;
}

const CERTIFICATE_TEXT = /^\s*PCC[0-9]/;

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
  if (!CERTIFICATE_TEXT.test(text)) {
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
  if (files === 0) yield unreadableItem(folder, EMPTY);
}

async function* readFileItems(path: string, parts: InputParts): AsyncGenerator<ReadItem> {
  const stream = createReadStream(path);
  try {
    const { head, all } = await peek(counted(stream, parts.progress), HEAD_BYTES);
    if (head.length === 0) return yield unreadableItem(path, EMPTY);
    const kind = tellFileKind(head);
    if (!kind.ok) {
      return yield unreadableItem(path, { code: 'unsupported-format', message: kind.failure });
    }
    if (kind.value === 'lines') return yield* readTextLines(path, all);
    const bytes = await collectUpTo(all, MAX_FILE_BYTES);
    if (bytes === undefined) return yield unreadableItem(path, TOO_LARGE);
    yield* readPictureItems(path, { kind: kind.value, bytes }, parts);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    yield unreadableItem(path, unreadable(code));
  } finally {
    stream.destroy();
  }
}

async function* readPictureItems(
  path: string,
  file: PictureFile,
  parts: InputParts,
): AsyncGenerator<ReadItem> {
  const answer = await parts.pictures.read(file);
  if (!answer.ok) return yield unreadableItem(path, answer.failure);
  for (const sentence of answer.value.notices) parts.notice(`${path}: ${sentence}`);
  for (const { page, text } of answer.value.codes) {
    yield textItem({ name: path, ...(page === undefined ? {} : { page }) }, text);
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
  if (line === 0) yield unreadableItem(name, EMPTY);
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

const EMPTY: Unreadable = { code: 'empty-input', message: 'there is nothing in it' };
const TOO_LARGE: Unreadable = {
  code: 'file-too-large',
  message: `it is larger than ${MAX_FILE_BYTES / 1_048_576} MiB`,
};

function unreadable(why: string): Unreadable {
  return { code: 'not-readable', message: `it cannot be read: ${why}` };
}

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  return String(error.code);
}
