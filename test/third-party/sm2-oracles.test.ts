import smCryptoPackage from 'sm-crypto';
import { describe, expect, it } from 'vitest';
import { joinBytes, toHex } from '../../shared/bytes.ts';
import { preparePublicKey } from '../../shared/signature/public-key.ts';
import { writeSm2PublicKeyInfo } from '../../shared/signature/public-key-info.ts';
import {
  decodeSm2Secret,
  prepareSm2PublicKey,
  signSm2,
  sm2PublicKeyOf,
  verifySm2,
} from '../../shared/signature/sm2.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { announceSeed, ORACLE_SEED } from './oracle-seed.ts';
import { fromHex } from './third-party-data.ts';

announceSeed('SM2 oracles');

const { sm2: smCrypto } = smCryptoPackage;
const HASHED = { hash: true } as const;
// The oracle takes tens of milliseconds a signature, and machines differ.
const SLOW_MS = 60_000;
const ORDER = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';

/** GB/T 32918.5-2017, A.2: the signature example on the recommended curve. */
const SAMPLE = {
  message: 'message digest',
  secret: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey:
    '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  nonce: '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21',
  identityHash: 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3',
  signature:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
} as const;

describe('SM2, the example of the standard', () => {
  const message = new TextEncoder().encode(SAMPLE.message);
  const key = keyFrom(SAMPLE.publicKey);

  it('gives the public key and the hash of the signer', () => {
    expect(toHex(sm2PublicKeyOf(secretFrom(SAMPLE.secret)))).toBe(SAMPLE.publicKey);
    expect(toHex(key.identityHash)).toBe(SAMPLE.identityHash);
  });

  it('signs to the printed r and s with the printed nonce', () => {
    const signature = signSm2(secretFrom(SAMPLE.secret), message, () => fromHex(SAMPLE.nonce));
    expect(toHex(signature)).toBe(SAMPLE.signature);
  });

  it('verifies, and no other message does', () => {
    expect(verifySm2(key, message, fromHex(SAMPLE.signature))).toBe(true);
    expect(verifySm2(key, joinBytes(message, message), fromHex(SAMPLE.signature))).toBe(false);
  });
});

describe(`SM2 against sm-crypto (seed ${ORACLE_SEED})`, () => {
  const random = seededRandom(ORACLE_SEED);
  const randomBytes = (length: number): Uint8Array =>
    Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const samples = Array.from({ length: 40 }, () => {
    const { publicKey, privateKey } = smCrypto.generateKeyPairHex();
    return { publicKey, privateKey, message: randomBytes(1 + Math.floor(random() * 400)) };
  });

  it(
    'verifies its signatures, and none after one flipped bit',
    () => {
      for (const { publicKey, privateKey, message } of samples) {
        const signature = fromHex(smCrypto.doSignature(message, privateKey, HASHED));
        const key = keyFrom(publicKey.slice(2));
        expect(verifySm2(key, message, signature)).toBe(true);
        expect(verifySm2(key, message, flipBit(signature, random))).toBe(false);
        expect(verifySm2(key, flipBit(message, random), signature)).toBe(false);
      }
    },
    SLOW_MS,
  );

  it(
    'makes signatures and keys that it verifies',
    () => {
      for (const { publicKey, privateKey, message } of samples) {
        const secret = secretFrom(privateKey.padStart(64, '0'));
        expect(`04${toHex(sm2PublicKeyOf(secret))}`).toBe(publicKey);
        const signature = toHex(signSm2(secret, message, randomBytes));
        expect(smCrypto.doVerifySignature(message, signature, publicKey, HASHED)).toBe(true);
      }
    },
    SLOW_MS,
  );

  const [{ publicKey, privateKey, message } = missing()] = samples;
  const signature = smCrypto.doSignature(message, privateKey, HASHED);
  const [r, s] = [signature.slice(0, 64), signature.slice(64)];
  const zero = '0'.repeat(64);

  it.each([
    ['r = 0', zero + s],
    ['s = 0', r + zero],
    ['r = n', ORDER + s],
    ['s = n', r + ORDER],
    ['r over n', 'f'.repeat(64) + s],
    ['s over n', r + 'f'.repeat(64)],
    ['r and s exchanged', s + r],
  ])('both refuse %s', (_what, changed) => {
    expect(verifySm2(keyFrom(publicKey.slice(2)), message, fromHex(changed))).toBe(false);
    expect(smCrypto.doVerifySignature(message, changed, publicKey, HASHED)).toBe(false);
  });

  it('differs: it reads r, 00, s as r, s; we take 64 bytes only', () => {
    const longer = `${r}00${s}`;
    expect(smCrypto.doVerifySignature(message, longer, publicKey, HASHED)).toBe(true);
    expect(verifySm2(keyFrom(publicKey.slice(2)), message, fromHex(longer))).toBe(false);
  });

  it('differs: it takes a compressed key; we take one form only', () => {
    const compressed = smCrypto.compressPublicKeyHex(publicKey);
    expect(smCrypto.doVerifySignature(message, signature, compressed, HASHED)).toBe(true);
    expect(prepareSm2PublicKey(fromHex(compressed))).toBeUndefined();
    expect(prepareSm2PublicKey(fromHex(publicKey))).toBeUndefined();
    const info = writeSm2PublicKeyInfo(fromHex(compressed));
    expect(preparePublicKey(info)).toBeUndefined();
  });
});

function keyFrom(rawKey: string) {
  const key = prepareSm2PublicKey(fromHex(rawKey));
  if (key === undefined) throw new Error('not a key');
  return key;
}

function secretFrom(hex: string): bigint {
  const secret = decodeSm2Secret(fromHex(hex));
  if (secret === undefined) throw new Error('not a secret');
  return secret;
}

function flipBit(bytes: Uint8Array, random: () => number): Uint8Array {
  const flipped = bytes.slice();
  const at = Math.floor(random() * bytes.length);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return flipped;
}

function missing(): never {
  throw new Error('no sample');
}
