import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { MAX_OFD_BYTES, MAX_OFD_ENTRIES, MAX_OFD_ENTRY_BYTES, MAX_OFD_PICTURES } from './limits.ts';

/** Times its packed size an entry may unpack to; pictures are packed already. Small ones may be blank. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 4 * 1_048_576;

/** Entries that are no pictures, whatever is in them. */
const NO_PICTURE = /\.(?:xml|ttf|ttc|otf|woff2?|esl|dat|html?|txt|pdf)$/i;

/** The parts of an OFD file (GB/T 33190: a ZIP of XML and resources) that matter here. */
export interface OfdParts {
  /** Content of each XML file by its path. */
  readonly documents: ReadonlyMap<string, string>;
  /** What may be a picture by its path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Unpacks what is looked at, within bounds that are checked before anything is unpacked. */
export function unpackOfd(bytes: Uint8Array): Result<OfdParts, FileRefusal> {
  const entries = listEntries(bytes);
  if (!entries.ok) return entries;
  const wanted = entries.value.filter(isWanted);
  if (!wanted.some(({ name }) => /^\/?OFD\.xml$/i.test(name))) return failure('archive');
  const pictures = wanted.filter(({ name }) => !isXml(name));
  const total = wanted.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (total > MAX_OFD_BYTES || pictures.length > MAX_OFD_PICTURES || wanted.some(isBomb)) {
    return failure('unpacks-too-large');
  }
  // Bit 0 of the flags in the first header: the entries are encrypted.
  if (((bytes[6] ?? 0) & 1) === 1) return failure('encrypted');
  return unpackEntries(bytes, new Set(wanted.map(({ name }) => name)));
}

/** Thrown through the library to end its counting. */
class TooManyEntries extends Error {}

function listEntries(bytes: Uint8Array): Result<readonly UnzipFileInfo[], FileRefusal> {
  const entries: UnzipFileInfo[] = [];
  const note = (entry: UnzipFileInfo): boolean => {
    if (entries.length >= MAX_OFD_ENTRIES) throw new TooManyEntries('too many entries');
    entries.push(entry);
    return false;
  };
  try {
    unzipSync(bytes, { filter: note });
    return success(entries);
  } catch (error) {
    if (error instanceof TooManyEntries) return failure('unpacks-too-large');
    if (error instanceof Error) return failure('damaged');
    throw error;
  }
}

function unpackEntries(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): Result<OfdParts, FileRefusal> {
  try {
    const taken = new Set<string>();
    // The second of two entries with one name would be unpacked beyond what was counted.
    const isFirst = ({ name }: UnzipFileInfo) => {
      const isNew = names.has(name) && !taken.has(name);
      taken.add(name);
      return isNew;
    };
    const unpacked = Object.entries(unzipSync(bytes, { filter: isFirst }));
    const documents = unpacked.filter(([name]) => isXml(name));
    const decoder = new TextDecoder();
    return success({
      documents: new Map(documents.map(([name, xml]) => [name, decoder.decode(xml)])),
      pictures: new Map(unpacked.filter(([name]) => !isXml(name))),
    });
  } catch (error) {
    // The library throws errors of its own, and plain ones where a length leads out of the file.
    if (error instanceof Error) return failure('damaged');
    throw error;
  }
}

/** Nothing is ever written under these names; a path that climbs is passed over all the same. */
function isWanted({ name, originalSize }: UnzipFileInfo): boolean {
  if (originalSize === 0 || name.length > 512 || name.startsWith('__proto__')) return false;
  if (name.split(/[\\/]/).includes('..')) return false;
  return isXml(name) || !NO_PICTURE.test(name);
}

function isXml(name: string): boolean {
  return /\.xml$/i.test(name);
}

function isBomb({ size, originalSize }: UnzipFileInfo): boolean {
  if (originalSize > MAX_OFD_ENTRY_BYTES) return true;
  return originalSize > RATIO_COUNTS_FROM_BYTES && originalSize > size * MAX_RATIO;
}
