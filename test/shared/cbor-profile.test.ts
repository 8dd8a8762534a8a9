import { describe, expect, it } from 'vitest';
import { decodeCbor } from '../../shared/certificate/cbor.ts';
import { fitsCborProfile, splitIntegerMap } from '../../shared/certificate/cbor-profile.ts';

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

describe('the CBOR of a certificate', () => {
  it.each([
    ['nothing at all', ''],
    ['an array of indefinite length', '9f01ff'],
    ['a text of indefinite length', '7f6161ff'],
    ['a number longer than needed', '1801'],
    ['a length longer than needed', '58010a'],
    ['an eight-byte number that fits four', '1b00000000ffffffff'],
    ['a reserved head', '1c'],
    ['a break outside anything', 'ff'],
    ['a key twice', 'a201010102'],
    ['a key twice, the second in a longer form', 'a20101180102'],
    ['a text key twice', 'a2616101616102'],
    ['a byte behind the item', '0101'],
    ['a text cut short', '6361'],
    ['an array that claims four thousand million items', '9affffffff'],
    ['a map that claims more than any machine holds', 'bbffffffffffffffff'],
    ['bytes that claim 2^63', '5b8000000000000000'],
    ['a simple value below 32 in two bytes', 'f810'],
  ])('must not be %s', (_what, hex) => {
    expect(fitsCborProfile(fromHex(hex))).toBe(false);
    expect(decodeCbor(fromHex(hex))).toEqual({ ok: false, failure: 'malformed' });
  });

  it.each(['81', 'a101', 'd863'])('nests eight levels and no ninth (%s)', (opening) => {
    const nested = (levels: number): Uint8Array => fromHex(`${opening.repeat(levels)}01`);
    expect(fitsCborProfile(nested(8))).toBe(true);
    expect(decodeCbor(nested(8)).ok).toBe(true);
    expect(fitsCborProfile(nested(9))).toBe(false);
  });

  it.each([
    ['a float, even a whole one', 'fb41d954fc40000000'],
    ['undefined', 'f7'],
    ['text that is not UTF-8', '62c328'],
  ])('is not decoded when it is %s', (_what, hex) => {
    expect(fitsCborProfile(fromHex(hex))).toBe(true);
    expect(decodeCbor(fromHex(hex)).ok).toBe(false);
  });

  it('never becomes a date, a pattern or a number of any size', () => {
    const decoded = decodeCbor(fromHex('83c11a514b67b0d8236161c2490100000000000000' + '00'));
    if (!decoded.ok || !Array.isArray(decoded.value)) throw new Error('not decoded');
    for (const item of decoded.value) {
      expect(item instanceof Date || item instanceof RegExp || typeof item === 'bigint').toBe(
        false,
      );
    }
  });

  it('is cut at its integer keys without touching the values', () => {
    const split = splitIntegerMap(fromHex('a401613120f56161fb3ff800000000000003f7'));
    expect([...(split?.keys() ?? [])]).toEqual([1, -1, 3]);
    expect(split?.get(1)).toEqual(fromHex('6131'));
    expect(splitIntegerMap(fromHex('8101'))).toBeUndefined();
    expect(splitIntegerMap(fromHex('a101'))).toBeUndefined();
  });
});
