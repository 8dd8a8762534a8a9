import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../shared/certificate/base45.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('Base45 (RFC 9285)', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('has one spelling for %j', (plain, encoded) => {
    expect(encodeBase45(bytesOf(plain))).toBe(encoded);
    expect(decodeBase45(encoded)).toEqual({ ok: true, value: bytesOf(plain) });
  });

  it.each([
    ['a group above 65535', 'GGX', 'group-overflow'],
    ['the largest group there is', ':::', 'group-overflow'],
    ['a pair above 255', ':5', 'group-overflow'],
    ['one character too many', 'BB8A', 'incomplete-group'],
    ['one lone character', 'A', 'incomplete-group'],
    ['lower case', 'bb8', 'foreign-character'],
    ['a character outside ASCII', 'BBé', 'foreign-character'],
    ['a full-width digit', 'BB８', 'foreign-character'],
    ['half of a surrogate pair', 'BB\ud83d', 'foreign-character'],
  ])('refuses %s', (_what, text, failure) => {
    expect(decodeBase45(text)).toEqual({ ok: false, failure });
  });

  it('takes the largest values that fit', () => {
    expect(decodeBase45('FGW')).toEqual({ ok: true, value: Uint8Array.of(0xff, 0xff) });
    expect(decodeBase45('U5')).toEqual({ ok: true, value: Uint8Array.of(0xff) });
  });

  it('gives any bytes back, and any text it accepts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const text = encodeBase45(bytes);
        expect(decodeBase45(text)).toEqual({ ok: true, value: bytes });
      }),
      { seed: 450, numRuns: 500 },
    );
    const alphabet = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 9 }), (text) => {
        const decoded = decodeBase45(text);
        if (decoded.ok) expect(encodeBase45(decoded.value)).toBe(text);
      }),
      { seed: 451, numRuns: 5_000 },
    );
  });

  it('encodes a part of a larger buffer as that part', () => {
    const pool = bytesOf('xxABxx');
    expect(encodeBase45(pool.subarray(2, 4))).toBe('BB8');
  });
});
