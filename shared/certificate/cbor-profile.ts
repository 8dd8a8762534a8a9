import { toHex } from '../bytes.ts';
import { MAX_CBOR_NESTING } from '../limits.ts';

/**
 * What the CBOR of a certificate may look like before anything builds values from it: one item,
 * every length definite and in its shortest form, bounded nesting, no key twice in a map, and no
 * bytes behind it. This walk builds nothing and allocates next to nothing, so it is what first
 * touches a stranger's bytes. The decoder behind it counts some containers twice towards its depth
 * limit, hence the exact count here.
 * Source: RFC 8949 §3 (heads), §4.2.1 (shortest form), §5.6 (duplicate keys).
 */
export function fitsCborProfile(bytes: Uint8Array): boolean {
  return endOfItem(bytes, 0, 0) === bytes.length;
}

/**
 * Cuts a map that fits the profile into its integer keys and their values, the values still
 * encoded. So a reader decodes only what it knows and never touches what the format may grow.
 * Gives `undefined` when the bytes are not such a map.
 */
export function splitIntegerMap(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> | undefined {
  const head = readHead(bytes, 0);
  if (head?.major !== MAP || !fitsCborProfile(bytes)) return undefined;
  const values = new Map<number, Uint8Array>();
  let offset = head.end;
  for (let entry = 0; entry < head.argument; entry++) {
    const key = readHead(bytes, offset);
    const start = endOfItem(bytes, offset, 1);
    offset = endOfItem(bytes, start, 1);
    const value = bytes.subarray(start, offset);
    if (key?.major === UNSIGNED) values.set(key.argument, value);
    if (key?.major === NEGATIVE) values.set(-1 - key.argument, value);
  }
  return values;
}

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const TAG = 6;
const SIMPLE_OR_FLOAT = 7;

interface Head {
  readonly major: number;
  readonly argument: number;
  readonly end: number;
}

const ILL_FORMED = -1;

// Returns the offset behind the item at `start`, or ILL_FORMED.
function endOfItem(bytes: Uint8Array, start: number, nesting: number): number {
  const head = readHead(bytes, start);
  if (head === undefined) return ILL_FORMED;
  switch (head.major) {
    case BYTES:
    case TEXT:
      return head.argument <= bytes.length - head.end ? head.end + head.argument : ILL_FORMED;
    case ARRAY:
      return endOfItems(bytes, head, nesting + 1);
    case MAP:
      return endOfEntries(bytes, head, nesting + 1);
    case TAG:
      return endOfItems(bytes, { ...head, argument: 1 }, nesting + 1);
    default:
      return head.end;
  }
}

function endOfItems(bytes: Uint8Array, head: Head, nesting: number): number {
  // Every item takes at least one byte, so a claimed count beyond the rest cannot be true.
  if (nesting > MAX_CBOR_NESTING || head.argument > bytes.length - head.end) return ILL_FORMED;
  let offset = head.end;
  for (let index = 0; index < head.argument; index++) {
    offset = endOfItem(bytes, offset, nesting);
    if (offset === ILL_FORMED) return ILL_FORMED;
  }
  return offset;
}

function endOfEntries(bytes: Uint8Array, head: Head, nesting: number): number {
  if (nesting > MAX_CBOR_NESTING || head.argument > bytes.length - head.end) return ILL_FORMED;
  // Shortest form gives every key one spelling, so equal keys are equal bytes.
  const keys = new Set<string>();
  let offset = head.end;
  for (let entry = 0; entry < head.argument; entry++) {
    const keyEnd = endOfItem(bytes, offset, nesting);
    if (keyEnd === ILL_FORMED) return ILL_FORMED;
    keys.add(toHex(bytes.subarray(offset, keyEnd)));
    offset = endOfItem(bytes, keyEnd, nesting);
    if (offset === ILL_FORMED) return ILL_FORMED;
  }
  return keys.size === head.argument ? offset : ILL_FORMED;
}

function readHead(bytes: Uint8Array, start: number): Head | undefined {
  const initial = bytes[start];
  if (initial === undefined) return undefined;
  const major = initial >> 5;
  const information = initial & 0x1f;
  if (information < 24) return { major, argument: information, end: start + 1 };
  // 28 to 30 are reserved, 31 announces an indefinite length.
  if (information > 27) return undefined;
  const width = 1 << (information - 24);
  const end = start + 1 + width;
  if (end > bytes.length) return undefined;
  let argument = 0;
  for (let offset = start + 1; offset < end; offset++) {
    argument = argument * 256 + (bytes[offset] ?? 0);
  }
  // RFC 8949 §3.3: a simple value in two bytes is 32 or more; a float's bits are no length.
  const smallest = major === SIMPLE_OR_FLOAT ? (width === 1 ? 32 : 0) : smallestArgument(width);
  return argument < smallest ? undefined : { major, argument, end };
}

function smallestArgument(width: number): number {
  return width === 1 ? 24 : 2 ** (width * 4);
}
