import { describe, expect, it } from 'vitest';
import type { CertificateRequest } from '../../authority/issue-certificate.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { makeTestWorld, TEST_DAY, TEST_NOW } from '../world/test-world.ts';

/** Certificates that are well made and well signed, but not in order. */

const world = makeTestWorld();
const judge = (text: string): string => checkScan(text, world.bundle, world.now, {}).code;
const issued = (change: (request: CertificateRequest) => CertificateRequest): string =>
  judge(world.issue(change));

describe('a certificate that is well made but not in order', () => {
  it.each<[string, (request: CertificateRequest) => CertificateRequest, string]>([
    [
      'issued by another office',
      (request) => ({ ...request, issuer: '310115' }),
      'issuer-mismatch',
    ],
    [
      'issued before its key',
      (request) => ({ ...request, issuedAt: TEST_NOW - 3_000 * TEST_DAY }),
      'key-not-valid-at-issue',
    ],
    [
      'issued after its key',
      (request) => ({
        ...request,
        issuedAt: TEST_NOW + 3_000 * TEST_DAY,
        expiresAt: TEST_NOW + 4_000 * TEST_DAY,
      }),
      'key-not-valid-at-issue',
    ],
    ['past its last second', (request) => ({ ...request, expiresAt: TEST_NOW }), 'expired'],
    ['in its last second', (request) => ({ ...request, expiresAt: TEST_NOW + 1 }), 'green-channel'],
    [
      'six minutes early',
      (request) => ({ ...request, notBefore: TEST_NOW + 301 }),
      'not-yet-valid',
    ],
    [
      'five minutes early, within what clocks differ',
      (request) => ({ ...request, notBefore: TEST_NOW + 300 }),
      'green-channel',
    ],
    [
      'issued in six minutes',
      (request) => ({ ...request, issuedAt: TEST_NOW + 301 }),
      'not-yet-valid',
    ],
    [
      'a short-lived code signed by the key for ordinary ones',
      (request) => ({ ...request, credit: { ...request.credit, presentation: 60 } }),
      'key-use',
    ],
    [
      'of a grade nobody knows',
      (request) => ({ ...request, credit: { ...request.credit, grade: 'S' } }),
      'unknown-grade',
    ],
    [
      'with an index beyond its list',
      (request) => ({ ...request, status: { ...request.status, index: 131_072 } }),
      'status-unavailable',
    ],
    [
      'with the last index of its list',
      (request) => ({ ...request, status: { ...request.status, index: 131_071 } }),
      'green-channel',
    ],
    [
      'with an index beyond any list',
      (request) => ({ ...request, status: { ...request.status, index: Number.MAX_SAFE_INTEGER } }),
      'status-unavailable',
    ],
    [
      'on a list nobody has',
      (request) => ({ ...request, status: { ...request.status, list: 'status/elsewhere' } }),
      'status-unavailable',
    ],
    [
      'on a list called constructor',
      (request) => ({ ...request, status: { ...request.status, list: 'constructor' } }),
      'status-unavailable',
    ],
    [
      'of a good grade',
      (request) => ({ ...request, credit: { ...request.credit, grade: 'B' } }),
      'standard-service',
    ],
  ])('%s', (_what, change, code) => {
    expect(issued(change)).toBe(code);
  });

  it('a short-lived code holds for as long as it says', () => {
    const shortLived = (presentation: number, age: number): string =>
      judge(
        world.issue(
          (request) => ({
            ...request,
            issuedAt: TEST_NOW - age,
            credit: { ...request.credit, presentation },
          }),
          world.presentationKey,
        ),
      );
    expect(shortLived(60, 59)).toBe('green-channel');
    expect(shortLived(60, 60)).toBe('presentation-expired');
    expect(shortLived(300, 0)).toBe('green-channel');
    expect(shortLived(301, 0)).toBe('key-use');
  });

  it('an ordinary certificate may not be signed by an online key', () => {
    expect(judge(world.issue((request) => request, world.presentationKey))).toBe('key-use');
    expect(judge(world.issue((request) => request, world.statusKey))).toBe('key-use');
  });
});
