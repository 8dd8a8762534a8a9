import { createHash } from 'node:crypto';
import smCrypto from 'sm-crypto';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../shared/bytes.ts';
import { sm3 } from '../../shared/signature/sm3.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { announceSeed, ORACLE_SEED } from './oracle-seed.ts';

announceSeed('SM3 oracles');

describe(`SM3 (seed ${ORACLE_SEED})`, () => {
  // GB/T 32905-2016, appendix A.
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('hashes %j as the standard says', (text, digest) => {
    expect(toHex(sm3(new TextEncoder().encode(text)))).toBe(digest);
  });

  const random = seededRandom(ORACLE_SEED);
  const messages = Array.from({ length: 300 }, (_, length) =>
    Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  );

  it('agrees with OpenSSL for every length from 0 to 299 bytes', () => {
    for (const message of messages) {
      expect(toHex(sm3(message))).toBe(createHash('sm3').update(message).digest('hex'));
    }
  });

  it('agrees with sm-crypto for every length from 0 to 299 bytes', () => {
    for (const message of messages) expect(toHex(sm3(message))).toBe(smCrypto.sm3(message));
  });

  it('agrees with OpenSSL for a long message', () => {
    const message = new Uint8Array(1_000_003).fill(0x5a);
    expect(toHex(sm3(message))).toBe(createHash('sm3').update(message).digest('hex'));
  });
});
