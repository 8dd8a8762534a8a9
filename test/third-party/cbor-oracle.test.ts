import { decode, encode, Tag } from 'cbor2';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../shared/bytes.ts';
import { decodeCbor } from '../../shared/certificate/cbor.ts';
import { fitsCborProfile } from '../../shared/certificate/cbor-profile.ts';
import { MAX_CBOR_NESTING } from '../../shared/limits.ts';
import { type Random, seededRandom } from '../world/seeded-random.ts';
import { randomItem } from './cbor-items.ts';
import { announceSeed, ORACLE_SEED } from './oracle-seed.ts';
import { fromHex } from './third-party-data.ts';

announceSeed('CBOR oracle');

/** cbor2 at its strictest, but with its own generous bound on nesting. */
const STRICT = {
  preferMap: true,
  rejectDuplicateKeys: true,
  rejectStreaming: true,
  requirePreferred: true,
  rejectUndefined: true,
  rejectFloats: true,
  rejectSimple: true,
  rejectBigInts: true,
  rejectNegativeZero: true,
  ignoreGlobalTags: true,
} as const;

/** What cbor2 says of values, as opposed to their form: our walk builds none and leaves these to it. */
const ABOUT_VALUES =
  /encoding utf-8|unwanted floating point|Invalid simple value|Unexpected undefined/;

/** cbor2 takes -2^53 for a number and writes it back as a float; no claim may be that large. */
const LEAST_NUMBER = '3b001fffffffffffff';

const RANDOM_ITEMS = 12_000;
const MUTATED_ITEMS = 24_000;
const SLOW_MS = 120_000;

describe(`our reading of CBOR against cbor2 (seed ${ORACLE_SEED})`, () => {
  const random = seededRandom(ORACLE_SEED);
  const written = Array.from({ length: RANDOM_ITEMS }, () => randomItem(random));
  const mutated = Array.from({ length: MUTATED_ITEMS }, (_, index) =>
    mutate(written[index % written.length] ?? new Uint8Array(), random),
  );
  const inputs = [...written, ...mutated];

  it(
    'accepts nothing that cbor2 refuses, and takes the same value from it',
    () => {
      let accepted = 0;
      for (const bytes of inputs) {
        const ours = decodeCbor(bytes);
        if (!ours.ok) continue;
        accepted++;
        expect(ours.value, toHex(bytes)).toEqual(strictValue(bytes)?.value);
      }
      expect(accepted).toBeGreaterThan(inputs.length / 10);
    },
    SLOW_MS,
  );

  it(
    'takes a value that says exactly those bytes',
    () => {
      for (const bytes of inputs) {
        const ours = decodeCbor(bytes);
        if (!ours.ok || toHex(bytes).includes(LEAST_NUMBER)) continue;
        expect(toHex(encode(ours.value)), toHex(bytes)).toBe(toHex(bytes));
      }
    },
    SLOW_MS,
  );

  it(
    'differs in nothing it refuses, except that it nests no deeper than 8',
    () => {
      let tooDeep = 0;
      let refused = 0;
      for (const bytes of inputs) {
        if (decodeCbor(bytes).ok) continue;
        refused++;
        const theirs = strictValue(bytes);
        if (theirs === undefined) continue;
        expect(nestingOf(theirs.value), toHex(bytes)).toBeGreaterThan(MAX_CBOR_NESTING);
        tooDeep++;
      }
      expect(refused).toBeGreaterThan(inputs.length / 10);
      expect(tooDeep).toBeGreaterThan(10);
    },
    SLOW_MS,
  );

  it(
    'refuses by form alone whatever cbor2 refuses for its form',
    () => {
      let disagreed = 0;
      for (const bytes of inputs) {
        if (!fitsCborProfile(bytes)) continue;
        const { refusal } = strictReading(bytes);
        if (refusal === undefined) continue;
        disagreed++;
        expect(refusal, toHex(bytes)).toMatch(ABOUT_VALUES);
      }
      expect(disagreed).toBeGreaterThan(100);
    },
    SLOW_MS,
  );
});

function strictValue(bytes: Uint8Array): { readonly value: unknown } | undefined {
  return strictReading(bytes).read;
}

function strictReading(bytes: Uint8Array): {
  readonly read?: { readonly value: unknown };
  readonly refusal?: string;
} {
  try {
    return { read: { value: decode(bytes, STRICT) } };
  } catch (error) {
    return { refusal: String(error) };
  }
}

function nestingOf(value: unknown): number {
  if (value instanceof Tag) return 1 + nestingOf(value.contents);
  if (value instanceof Map) return 1 + deepest([...value.keys(), ...value.values()]);
  return Array.isArray(value) ? 1 + deepest(value) : 0;
}

function deepest(values: readonly unknown[]): number {
  return values.reduce<number>((found, value) => Math.max(found, nestingOf(value)), 0);
}

// A byte changed, cut out or put in, or the end cut off or grown.
function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  const hex = toHex(bytes);
  const at = 2 * Math.floor(random() * bytes.length);
  const other = Math.floor(random() * 256)
    .toString(16)
    .padStart(2, '0');
  const [before, after] = [hex.slice(0, at), hex.slice(at + 2)];
  const kinds = [
    before + other + after,
    before + after,
    `${before}${other}${hex.slice(at)}`,
    before,
  ];
  const kind = kinds[Math.floor(random() * (kinds.length + 1))];
  return fromHex(kind ?? hex + other);
}
