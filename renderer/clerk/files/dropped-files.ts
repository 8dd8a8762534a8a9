import { MAX_CHOSEN_FILES } from '../../../shared/limits.ts';

/** A dropped file with its place below the folder that was dropped. */
export interface DroppedFile {
  readonly name: string;
  readonly file: File;
}

/**
 * The files of a drop or a paste, those in folders included. Must be called while the event is
 * handled: afterwards the browser forgets what was dropped.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const held = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: DroppedFile[] = [];
  for (const { entry, file } of held) {
    if (entry?.isDirectory === true) await walk(entry, found);
    else if (file !== null) found.push({ name: file.name, file });
  }
  return found.slice(0, MAX_CHOSEN_FILES);
}

async function walk(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (found.length >= MAX_CHOSEN_FILES) return;
  if (isFile(entry)) {
    const file = await fileOf(entry);
    if (file !== undefined) found.push({ name: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry)) {
    for (const inner of await entriesOf(entry)) await walk(inner, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** `undefined` for a file that has gone or may not be read. */
function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
}

/** Everything in a folder, which the browser hands out a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0 || all.length >= MAX_CHOSEN_FILES) return all;
    all.push(...some);
  }
}
