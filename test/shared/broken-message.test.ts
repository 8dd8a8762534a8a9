import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { encodeBase45 } from '../../shared/certificate/base45.ts';
import { encodeCbor } from '../../shared/certificate/cbor.ts';
import { encodeSign1 } from '../../shared/certificate/cose-sign1.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { type CertificateParts, dismantle, reassemble } from '../world/certificate-parts.ts';
import { makeTestWorld } from '../world/test-world.ts';

/** One valid certificate, one part of its signed message broken in turn. */

const world = makeTestWorld();
const judge = (text: string): string => checkScan(text, world.bundle, world.now, {}).code;
const rebuilt = (change: (parts: CertificateParts) => CertificateParts): string =>
  judge(reassemble(change(dismantle(world.issue())), world.certificateKey.key));

describe('a message that is not put together as it should be', () => {
  const { key } = world.certificateKey;
  const other = generateSigningKey('ES256');
  it.each<[string, (parts: CertificateParts) => CertificateParts, string]>([
    ['wrapped in a CWT tag', (parts) => ({ ...parts, tags: [61, 18] }), 'green-channel'],
    ['wrapped in the CWT tag twice', (parts) => ({ ...parts, tags: [61, 61, 18] }), 'malformed'],
    ['without a tag', (parts) => ({ ...parts, tags: [] }), 'malformed'],
    ['with the CWT tag only', (parts) => ({ ...parts, tags: [61] }), 'malformed'],
    ['with another tag', (parts) => ({ ...parts, tags: [98] }), 'malformed'],
    [
      'with an unprotected header',
      (parts) => ({ ...parts, unprotectedHeader: new Map([[4, key.kid]]) }),
      'malformed',
    ],
    [
      'with no algorithm',
      (parts) => ({ ...parts, protectedHeader: new Map([[4, key.kid]]) }),
      'malformed',
    ],
    [
      'with no key identifier',
      (parts) => ({ ...parts, protectedHeader: new Map([[1, -19]]) }),
      'malformed',
    ],
    [
      'with a critical header',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -19],
          [4, key.kid],
          [2, [99]],
        ]),
      }),
      'malformed',
    ],
    [
      'with one header too many',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -19],
          [4, key.kid],
          [3, 'text/plain'],
        ]),
      }),
      'malformed',
    ],
    [
      'with a key identifier of 7 bytes',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -19],
          [4, key.kid.slice(0, 7)],
        ]),
      }),
      'malformed',
    ],
    [
      'with a key identifier in text',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -19],
          [4, 'abcdefgh'],
        ]),
      }),
      'malformed',
    ],
    [
      'with an algorithm in text',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, 'EdDSA'],
          [4, key.kid],
        ]),
      }),
      'malformed',
    ],
    [
      'with the older number of its algorithm',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -8],
          [4, key.kid],
        ]),
      }),
      'green-channel',
    ],
    [
      'with the algorithm of another suite',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -9],
          [4, key.kid],
        ]),
      }),
      'bad-signature',
    ],
    [
      'with an algorithm nobody knows',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -999],
          [4, key.kid],
        ]),
      }),
      'bad-signature',
    ],
    [
      'with a key identifier nobody knows',
      (parts) => ({
        ...parts,
        protectedHeader: new Map<number, unknown>([
          [1, -19],
          [4, other.kid],
        ]),
      }),
      'unknown-key',
    ],
    ['with its payload detached', (parts) => ({ ...parts, payload: null }), 'malformed'],
    [
      'with a payload that is no map',
      (parts) => ({ ...parts, payload: encodeCbor([1, 2]) }),
      'malformed',
    ],
    ['with an empty payload', (parts) => ({ ...parts, payload: new Uint8Array() }), 'malformed'],
  ])('%s', (_what, change, code) => {
    expect(rebuilt(change)).toBe(code);
  });

  it.each<[string, (signature: Uint8Array) => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['a byte short', (signature) => signature.slice(0, 63)],
    ['a byte long', (signature) => Uint8Array.from([...signature, 0])],
    ['all zero', () => new Uint8Array(64)],
  ])('a signature that is %s is a bad signature', (_what, change) => {
    const parts = dismantle(world.issue());
    const text = reassemble(parts, { ...key, sign: (bytes) => change(key.sign(bytes)) });
    expect(judge(text)).toBe('bad-signature');
  });

  it('made by another key under our key identifier is a bad signature', () => {
    const forger = generateSigningKey('Ed25519');
    const text = reassemble(dismantle(world.issue()), { ...key, sign: forger.sign });
    expect(judge(text)).toBe('bad-signature');
  });

  it('whose claims were exchanged after signing is a bad signature', () => {
    const better = dismantle(world.issue());
    const worse = dismantle(
      world.issue((request) => ({ ...request, credit: { ...request.credit, grade: 'D' } })),
    );
    const signature = key.sign(new Uint8Array());
    expect(
      judge(reassemble({ ...better, payload: worse.payload }, { ...key, sign: () => signature })),
    ).toBe('bad-signature');
  });

  it('with anything but a message of four parts inside is malformed', () => {
    const odd = encodeSign1({ ...key }, new Uint8Array(), key.sign).slice(0, -1);
    for (const bytes of [odd, encodeCbor(1), encodeCbor([1, 2, 3]), encodeCbor('text')]) {
      expect(judge(`PCC1:${encodeBase45(bytes)}`)).toBe('malformed');
    }
  });
});

describe('an ES256 signature', () => {
  const es256 = makeTestWorld({ suite: 'ES256' });
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const withS = (signature: Uint8Array, change: (s: bigint) => bigint): Uint8Array => {
    const s = signature.slice(32).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
    const hex = change(s).toString(16).padStart(64, '0');
    return Uint8Array.from([
      ...signature.slice(0, 32),
      ...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
    ]);
  };
  it('is accepted with either of its two values of s', () => {
    const { key } = es256.certificateKey;
    const mirrored = {
      ...key,
      sign: (bytes: Uint8Array) => withS(key.sign(bytes), (s) => order - s),
    };
    for (const signer of [key, mirrored]) {
      const text = reassemble(dismantle(es256.issue()), signer);
      expect(checkScan(text, es256.bundle, es256.now, {}).code).toBe('green-channel');
    }
  });
});
