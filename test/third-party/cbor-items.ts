import { joinBytes } from '../../shared/bytes.ts';
import type { Random } from '../world/seeded-random.ts';

/**
 * Writes random CBOR, mostly well-formed and mostly in its shortest form, byte by byte and with no
 * library: what the readers are compared on must not come from one of them.
 */
export function randomItem(random: Random, depth = 0): Uint8Array {
  const kinds = depth > 11 ? FLAT : depth === 0 ? NESTED : ALL;
  const kind = kinds[Math.floor(random() * kinds.length)] ?? writeNumber;
  return kind(random, depth);
}

type ItemWriter = (random: Random, depth: number) => Uint8Array;

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const TAG = 6;
const ODD = 0.04;

const writeNumber: ItemWriter = (random) =>
  head(random() < 0.5 ? UNSIGNED : NEGATIVE, randomArgument(random), random);

const writeBytes: ItemWriter = (random) => {
  const content = Uint8Array.from({ length: random() * 30 }, () => Math.floor(random() * 256));
  if (random() < ODD) return joinBytes(byte(0x5f), head(BYTES, 0n, random), byte(0xff));
  return joinBytes(head(BYTES, BigInt(content.length), random), content);
};

const CHARACTERS = ['a', 'Z', '7', ' ', 'é', '信', '用', '🏢', '\u0000', '__proto__', 'e\u0301'];

const writeText: ItemWriter = (random) => {
  const text = Array.from({ length: random() * 8 }, () => pick(CHARACTERS, random)).join('');
  const content = new TextEncoder().encode(text);
  if (content.length > 0 && random() < ODD) content[0] = 0xc3;
  return joinBytes(head(TEXT, BigInt(content.length), random), content);
};

const writeArray: ItemWriter = (random, depth) => {
  const items = Array.from({ length: random() * 4 }, () => randomItem(random, depth + 1));
  if (random() < ODD) return joinBytes(byte(0x9f), ...items, byte(0xff));
  return joinBytes(head(ARRAY, BigInt(items.length), random), ...items);
};

const writeMap: ItemWriter = (random, depth) => {
  const entries = Array.from({ length: random() * 4 }, () => {
    const key = random() < 0.8 ? writeKey(random, depth) : randomItem(random, depth + 1);
    return [key, randomItem(random, depth + 1)] as const;
  });
  const [first] = entries;
  if (first !== undefined && random() < ODD) entries.push(first);
  if (random() < ODD) return joinBytes(byte(0xbf), ...entries.flat(), byte(0xff));
  return joinBytes(head(MAP, BigInt(entries.length), random), ...entries.flat());
};

const writeKey: ItemWriter = (random, depth) =>
  random() < 0.5
    ? head(UNSIGNED, BigInt(Math.floor(random() * 40)), random)
    : writeText(random, depth);

const writeTag: ItemWriter = (random, depth) => {
  const tags = [0n, 1n, 2n, 3n, 18n, 24n, 35n, 61n, 258n, 55_799n, randomArgument(random)];
  return joinBytes(head(TAG, pick(tags, random), random), randomItem(random, depth + 1));
};

// false, true, null, undefined, unassigned and reserved simple values, NaN, floats, a stray break.
const SIMPLE = ['f4', 'f5', 'f6', 'f7', 'e0', 'f3', 'f820', 'f818', 'f97e00', 'f93c00', 'ff'];

const writeSimple: ItemWriter = (random) => {
  if (random() < 0.6) return byte(0xf4 + Math.floor(random() * 3));
  if (random() < 0.2) return joinBytes(byte(0xfb), randomBytes(8, random));
  const hex = pick(SIMPLE, random).match(/../g) ?? [];
  return Uint8Array.from(hex, (pair) => Number.parseInt(pair, 16));
};

const FLAT = [writeNumber, writeBytes, writeText, writeNumber, writeText, writeSimple];
const NESTED = [writeArray, writeMap, writeTag];
const ALL = [...FLAT, ...NESTED, ...NESTED];

const WIDTHS = [1, 2, 4, 8];

function head(major: number, argument: bigint, random: Random): Uint8Array {
  const shortest =
    argument < 24n ? 0 : (WIDTHS.find((width) => argument < 1n << BigInt(8 * width)) ?? 8);
  // Now and then a longer form than needed, which no certificate may use.
  const width = random() < ODD / 4 ? pick(WIDTHS, random) : shortest;
  if (width === 0 || width < shortest) return byte((major << 5) | Number(argument % 24n));
  const bytes = Uint8Array.from({ length: width }, (_, index) =>
    Number((argument >> BigInt(8 * (width - 1 - index))) & 0xffn),
  );
  return joinBytes(byte((major << 5) | (24 + WIDTHS.indexOf(width))), bytes);
}

// Mostly small, and every border between two forms.
function randomArgument(random: Random): bigint {
  const borders = [0n, 23n, 24n, 255n, 256n, 65_535n, 65_536n, 4_294_967_295n, 4_294_967_296n];
  const large = [2n ** 53n - 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n];
  if (random() < 0.4) return pick(borders, random);
  return random() < 0.15 ? pick(large, random) : BigInt(Math.floor(random() * 1_000));
}

function randomBytes(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

function byte(value: number): Uint8Array {
  return Uint8Array.of(value);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
