import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { joinBytes, toHex } from '../../shared/bytes.ts';
import { preparePublicKey, verifySignature } from '../../shared/signature/public-key.ts';
import { SUITE_ALGORITHMS } from '../../shared/signature/suites.ts';
import { fromHex } from './third-party-data.ts';

/**
 * OpenSSL's own program, because node:crypto cannot name the user id that SM2 hashes in front of
 * the message, and OpenSSL 3 takes an empty one unless told otherwise.
 */
const [algorithm] = SUITE_ALGORITHMS.SM2;
const USER_ID = ['-sigopt', 'distid:1234567812345678'];
const ROUNDS = 20;
// Each round starts the program a few times.
const SLOW_MS = 60_000;

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '';
const missing = /^OpenSSL [3-9]/.test(version) ? '' : ' (skipped: no OpenSSL 3 program here)';
if (missing) process.stderr.write(`SKIPPED: SM2 against OpenSSL${missing}\n`);

describe.skipIf(missing)(`SM2 against OpenSSL${missing}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sm2-openssl-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  it(
    'verifies what it signed, and nothing else',
    () => {
      openssl('genpkey', '-algorithm', 'SM2', '-out', file('key.pem'));
      openssl(
        'pkey',
        '-in',
        file('key.pem'),
        '-pubout',
        '-outform',
        'DER',
        '-out',
        file('key.der'),
      );
      const key = preparePublicKey(readFileSync(file('key.der')));
      if (key === undefined) throw new Error('the key was not taken');
      expect(key.suite).toBe('SM2');
      for (let round = 0; round < ROUNDS; round++) {
        const signedBytes = new TextEncoder().encode(`证书 ${'x'.repeat(round * 7)}`);
        writeFileSync(file('message'), signedBytes);
        const out = ['-out', file('signature')];
        openssl('dgst', '-sm3', '-sign', file('key.pem'), ...USER_ID, ...out, file('message'));
        const signature = fromDer(readFileSync(file('signature')));
        expect(verifySignature(key, { algorithm, signedBytes, signature })).toBe(true);
        const other = { algorithm, signedBytes: joinBytes(signedBytes, signedBytes), signature };
        expect(verifySignature(key, other)).toBe(false);
      }
    },
    SLOW_MS,
  );

  it(
    'makes signatures and keys that it verifies',
    () => {
      for (let round = 0; round < ROUNDS; round++) {
        const key = generateSigningKey('SM2');
        const message = new TextEncoder().encode(`证书 ${'y'.repeat(round * 11)}`);
        writeFileSync(file('ours.der'), key.publicKeyInfo);
        openssl(
          'pkey',
          '-pubin',
          '-inform',
          'DER',
          '-in',
          file('ours.der'),
          '-out',
          file('ours.pem'),
        );
        writeFileSync(file('message'), message);
        writeFileSync(file('signature'), toDer(key.sign(message)));
        const check = ['-verify', file('ours.pem'), '-signature', file('signature')];
        expect(openssl('dgst', '-sm3', ...check, ...USER_ID, file('message'))).toContain('OK');
      }
    },
    SLOW_MS,
  );
});

describe('the DER of an SM2 key', () => {
  it('is read by node:crypto as a key on that curve', () => {
    const { publicKeyInfo } = generateSigningKey('SM2');
    const key = createPublicKey({ key: Buffer.from(publicKeyInfo), format: 'der', type: 'spki' });
    expect(key.export({ format: 'der', type: 'spki' })).toEqual(Buffer.from(publicKeyInfo));
  });
});

// A signature of OpenSSL is SEQUENCE { INTEGER r, INTEGER s }, ours is r and s of 32 bytes each.
function fromDer(der: Uint8Array): Uint8Array {
  const rLength = der[3] ?? 0;
  const r = toHex(der.subarray(4, 4 + rLength));
  const s = toHex(der.subarray(6 + rLength));
  return fromHex([r, s].map((half) => half.slice(-64).padStart(64, '0')).join(''));
}

function toDer(signature: Uint8Array): Uint8Array {
  const integers = [signature.subarray(0, 32), signature.subarray(32)].map((half) => {
    const digits = toHex(half).replace(/^(?:00)+/, '');
    const positive = /^[89a-f]/.test(digits) ? `00${digits}` : digits;
    return `02${lengthOf(positive)}${positive}`;
  });
  return fromHex(`30${lengthOf(integers.join(''))}${integers.join('')}`);
}

function lengthOf(hex: string): string {
  return (hex.length / 2).toString(16).padStart(2, '0');
}
