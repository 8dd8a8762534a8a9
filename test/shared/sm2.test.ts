import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { fromBase64, toHex } from '../../shared/bytes.ts';
import { preparePublicKey } from '../../shared/signature/public-key.ts';
import { readPublicKeyInfo } from '../../shared/signature/public-key-info.ts';
import { prepareSm2PublicKey, verifySm2 } from '../../shared/signature/sm2.ts';
import { sm3 } from '../../shared/signature/sm3.ts';
import { suiteNamed } from '../../shared/signature/suites.ts';

const message = new TextEncoder().encode('证书内容');

describe('SM3 (GB/T 32905-2016, appendix A)', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('hashes %j', (text, digest) => {
    expect(toHex(sm3(new TextEncoder().encode(text)))).toBe(digest);
  });
});

describe('SM2 signatures', () => {
  const key = generateSigningKey('SM2');
  const rawKey = readPublicKeyInfo(key.publicKeyInfo)?.rawKey ?? new Uint8Array();
  const publicKey = prepareSm2PublicKey(rawKey);
  const signature = key.sign(message);
  const verify = (changed: Uint8Array): boolean =>
    publicKey !== undefined && verifySm2(publicKey, message, changed);

  it('verify with the key that made them, for the message they were made for', () => {
    expect(verify(signature)).toBe(true);
    if (publicKey === undefined) throw new Error('no key');
    expect(verifySm2(publicKey, new TextEncoder().encode('证书內容'), signature)).toBe(false);
    const other = generateSigningKey('SM2').sign(message);
    expect(verify(other)).toBe(false);
  });

  const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
  const half = (hex: string): number[] =>
    (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  it.each([
    ['r = 0', [...half('00'.repeat(32)), ...signature.slice(32)]],
    ['s = 0', [...signature.slice(0, 32), ...half('00'.repeat(32))]],
    ['r = n', [...half(order), ...signature.slice(32)]],
    ['s = n', [...signature.slice(0, 32), ...half(order)]],
    ['r above n', [...half('ff'.repeat(32)), ...signature.slice(32)]],
    ['a byte too many', [...signature, 0]],
    ['a byte too few', [...signature.slice(0, 63)]],
    ['a zero between r and s', [...signature.slice(0, 32), 0, ...signature.slice(32)]],
    ['nothing', []],
  ])('fail with %s', (_what, bytes) => {
    expect(verify(Uint8Array.from(bytes))).toBe(false);
  });

  it('need a key that is a point of the curve', () => {
    const offCurve = rawKey.slice();
    offCurve[63] = (offCurve[63] ?? 0) ^ 1;
    expect(prepareSm2PublicKey(offCurve)).toBeUndefined();
    expect(prepareSm2PublicKey(rawKey.slice(0, 32))).toBeUndefined();
  });
});

describe('public keys', () => {
  it.each(['Ed25519', 'ES256', 'SM2'] as const)('of suite %s have one DER form', (suite) => {
    const der = generateSigningKey(suite).publicKeyInfo;
    expect(preparePublicKey(der)?.suite).toBe(suite);
    expect(preparePublicKey(Uint8Array.from([...der, 0]))).toBeUndefined();
    expect(preparePublicKey(der.slice(0, -1))).toBeUndefined();
  });

  it('of other kinds are not taken', () => {
    // A P-256 key with a compressed point: another spelling of a key we would take.
    const compressed = fromBase64(
      'MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY=',
    );
    expect(compressed && preparePublicKey(compressed)).toBeUndefined();
    expect(preparePublicKey(new Uint8Array())).toBeUndefined();
  });

  it('are labelled with a name of their suite, however it is punctuated', () => {
    expect(suiteNamed('SM2 with SM3')).toBe('SM2');
    expect(suiteNamed('sm2-sm3')).toBe('SM2');
    expect(suiteNamed('ES256')).toBe('ES256');
    expect(suiteNamed('ed25519')).toBe('Ed25519');
    expect(suiteNamed('RS256')).toBeUndefined();
    expect(suiteNamed('SM2-with-SHA256')).toBeUndefined();
  });
});
