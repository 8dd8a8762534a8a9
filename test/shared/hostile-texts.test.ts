import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../shared/certificate/base45.ts';
import { SUITES } from '../../shared/signature/suites.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { mutateText, seededRandom } from '../world/seeded-random.ts';
import { makeTestWorld } from '../world/test-world.ts';

function bytesOf(text: string): Uint8Array {
  const bytes = decodeBase45(text.slice('PCC1:'.length));
  if (!bytes.ok) throw new Error('no certificate');
  return bytes.value;
}

describe.each(SUITES)('a certificate of suite %s', (suite) => {
  const world = makeTestWorld({ suite });
  const text = world.issue();
  const bytes = bytesOf(text);
  const outcome = (changed: string): string =>
    checkScan(changed, world.bundle, world.now, {}).outcome;

  it('is refused with any single bit of it flipped', () => {
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (outcome(`PCC1:${encodeBase45(flipped)}`) === 'accepted') accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it('is refused when cut anywhere, as bytes and as text', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(outcome(`PCC1:${encodeBase45(bytes.subarray(0, length))}`)).toBe('refused');
    }
    for (let length = 0; length < text.length; length++) {
      expect(outcome(text.slice(0, length))).not.toBe('accepted');
    }
  });

  it('is refused with anything behind it', () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(outcome(`PCC1:${encodeBase45(Uint8Array.from([...bytes, byte]))}`)).toBe('refused');
    }
  });
});

const LONGEST_MILLISECONDS = 50;

function isAlwaysSlow(judge: () => unknown): boolean {
  return [1, 2, 3].every(() => {
    const start = performance.now();
    judge();
    return performance.now() - start > LONGEST_MILLISECONDS;
  });
}

describe('texts of a stranger', () => {
  const world = makeTestWorld();
  const good = [world.issue(), makeTestWorld({ suite: 'SM2' }).issue()];
  const SEED = 20_261_123;
  const MUTANTS = 90_000;

  it(`never throw, never hang, never pass (${MUTANTS} mutants and random texts, seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const passed: string[] = [];
    const slow: string[] = [];
    for (let round = 0; round < MUTANTS; round++) {
      const text = mutateText(good[round % good.length] ?? '', random);
      const judge = () => checkScan(text, world.bundle, world.now, {});
      const start = performance.now();
      const { outcome } = judge();
      const isSlow = performance.now() - start > LONGEST_MILLISECONDS;
      // A machine that pauses is no fault of the text; a text that is slow every time is.
      if (isSlow && isAlwaysSlow(judge)) slow.push(text);
      // Blanks at either end are the scanner's, not the certificate's: such a text is the same one.
      if (outcome === 'accepted' && !good.includes(text.trim())) passed.push(text);
    }
    expect({ passed, slow }).toEqual({ passed: [], slow: [] });
  });

  it('never throw, whatever Unicode holds', () => {
    const verdictOf = (text: string) => checkScan(text, world.bundle, world.now, {});
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => `PCC1:${text}`),
      fc.uint8Array({ maxLength: 700 }).map((bytes) => `PCC1:${encodeBase45(bytes)}`),
    );
    fc.assert(
      fc.property(anything, (text) => verdictOf(text).outcome !== 'accepted'),
      { seed: SEED, numRuns: 10_000 },
    );
  });

  it.each([
    ['a million blanks', ' '.repeat(1_000_000)],
    ['a million blanks inside', `a${' '.repeat(1_000_000)}b`],
    ['a million characters of a web address', `https://${'a'.repeat(1_000_000)}`],
    ['a million digits', '1'.repeat(1_000_000)],
    ['a million characters of a certificate', `PCC1:${'0'.repeat(1_000_000)}`],
    ['company codes without end', '91310114MA1GT4G20'.repeat(60_000)],
  ])('are answered at once when they are %s', (_what, text) => {
    expect(checkScan(text, world.bundle, world.now, {}).outcome).not.toBe('accepted');
  });
});
