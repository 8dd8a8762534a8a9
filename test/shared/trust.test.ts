import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { toHex } from '../../shared/bytes.ts';
import { assembleTrustBundle } from '../../shared/trust/trust-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import {
  issuerKey,
  jsonBytes,
  makeTestWorld,
  TEST_DAY,
  TEST_NOW,
  TEST_STATUS_LIST,
} from '../world/test-world.ts';

const world = makeTestWorld();
const files = {
  issuers: jsonBytes(world.issuers),
  policy: jsonBytes(world.policy),
  statusLists: new Map([[TEST_STATUS_LIST, world.statusList]]),
};

describe('issuer keys', () => {
  it('that share a key identifier are each tried', () => {
    const { key } = world.certificateKey;
    const decoy = generateSigningKey('SM2');
    const crowded = makeTestWorld({
      certificateKey: { key },
      issuers: (document) => ({
        ...document,
        issuers: document.issuers.map((issuer) => ({
          ...issuer,
          keys: [
            ...makeTestWorld({ certificateKey: { key: decoy } }).issuers.issuers.flatMap(
              ({ keys }) => keys.slice(0, 1).map((record) => ({ ...record, kid: toHex(key.kid) })),
            ),
            ...issuer.keys,
          ],
        })),
      }),
    });
    expect(checkScan(crowded.issue(), crowded.bundle, crowded.now, {}).code).toBe('green-channel');
  });

  it('may be written with upper-case identifiers', () => {
    const shouting = makeTestWorld({
      issuers: (document) => ({
        ...document,
        issuers: document.issuers.map((issuer) => ({
          ...issuer,
          keys: issuer.keys.map((record) => ({ ...record, kid: record.kid.toUpperCase() })),
        })),
      }),
    });
    expect(checkScan(shouting.issue(), shouting.bundle, shouting.now, {}).code).toBe(
      'green-channel',
    );
  });

  it.each([
    ['of a future suite', { suite: 'ML-DSA-65' }],
    ['labelled with the wrong suite', { suite: 'ES256' }],
    ['that is no key', { spki: 'AAAA' }],
    ['that is no base64', { spki: '***' }],
  ])('%s are left out, and the rest goes on', (_what, change) => {
    const changed = makeTestWorld({
      issuers: (document) => ({
        ...document,
        issuers: document.issuers.map((issuer) => ({
          ...issuer,
          keys: issuer.keys.map((record, index) =>
            index === 0 ? { ...record, ...change } : record,
          ),
        })),
      }),
    });
    expect(changed.bundle.leftOut).toContainEqual({
      part: 'issuer-key',
      kid: toHex(changed.certificateKey.key.kid),
    });
    expect(checkScan(changed.issue(), changed.bundle, changed.now, {}).code).toBe('unknown-key');
  });

  it('that were withdrawn vouch for nothing, and nothing of such a certificate is shown', () => {
    const leaked = makeTestWorld({ certificateKey: { state: 'withdrawn' } });
    const verdict = checkScan(leaked.issue(), leaked.bundle, leaked.now, {});
    expect(verdict.code).toBe('key-withdrawn');
    expect(verdict).not.toHaveProperty('certificate');
  });
});

describe('a bundle', () => {
  it.each([
    ['issuers', { issuers: new TextEncoder().encode('not JSON') }, 'not-json'],
    ['issuers', { issuers: Uint8Array.of(0xff, 0xfe) }, 'not-json'],
    ['issuers', { issuers: new Uint8Array(1_048_577) }, 'too-large'],
    ['issuers', { issuers: jsonBytes({ version: 1 }) }, 'wrong-form'],
    ['issuers', { issuers: jsonBytes({ ...world.issuers, version: -1 }) }, 'wrong-form'],
    ['policy', { policy: jsonBytes({ ...world.policy, domain: 'staging' }) }, 'wrong-form'],
    ['policy', { policy: jsonBytes({ ...world.policy, freshness: {} }) }, 'wrong-form'],
    ['policy', { policy: jsonBytes([]) }, 'wrong-form'],
  ])('with unusable %s is not taken', (document, change, code) => {
    const bundle = assembleTrustBundle({ ...files, ...change }, TEST_NOW);
    expect(bundle).toMatchObject({ ok: false, failure: { document, failure: { code } } });
  });

  it('without a record of its sync is as old as its newest signature', () => {
    const bundle = assembleTrustBundle(files, TEST_NOW + 40 * TEST_DAY);
    if (!bundle.ok) throw new Error('no bundle');
    expect(bundle.value.currentAsOf.status).toBe(TEST_NOW - 600);
    expect(checkScan(world.issue(), bundle.value, TEST_NOW, {}).code).toBe('green-channel');
    expect(checkScan(world.issue(), bundle.value, TEST_NOW + 31 * TEST_DAY, {}).code).toBe(
      'trust-too-old',
    );
  });

  it('grows with the format: unknown members are ignored', () => {
    const grown = { ...files, policy: jsonBytes({ ...world.policy, later: { anything: 1 } }) };
    expect(assembleTrustBundle(grown, TEST_NOW).ok).toBe(true);
  });
});

describe('the clock', () => {
  const plausible = (now: number, lastScanAt?: number): boolean =>
    checkScan(world.issue(), world.bundle, now, lastScanAt === undefined ? {} : { lastScanAt })
      .code !== 'clock-implausible';

  it('may be five minutes behind what is known, and no more', () => {
    // The last sync was 300 seconds before the tests' present.
    expect(plausible(TEST_NOW - 600)).toBe(true);
    expect(plausible(TEST_NOW - 601)).toBe(false);
    expect(plausible(TEST_NOW, TEST_NOW + 300)).toBe(true);
    expect(plausible(TEST_NOW, TEST_NOW + 301)).toBe(false);
  });

  it('is doubted when the bundle was signed in the future', () => {
    const early = makeTestWorld({ status: { signedAt: TEST_NOW + 301 } });
    expect(checkScan(early.issue(), early.bundle, early.now, {}).code).toBe('clock-implausible');
  });
});

describe('a status list', () => {
  const verdictWith = (options: Parameters<typeof makeTestWorld>[0]) => {
    const changed = makeTestWorld(options);
    const verdict = checkScan(changed.issue(), changed.bundle, changed.now, {});
    return { code: verdict.code, leftOut: changed.bundle.leftOut };
  };
  const leftOut = (failure: string) => [{ part: 'status-list', name: TEST_STATUS_LIST, failure }];

  it.each([
    ['under another name', { status: { name: 'status/other' } }, 'wrong-subject'],
    ['signed by a withdrawn key', { statusKey: { state: 'withdrawn' as const } }, 'key-withdrawn'],
    [
      'signed by a key for certificates',
      { statusKey: { uses: ['certificate' as const] } },
      'key-use',
    ],
    [
      'signed when its key was no longer in use',
      { statusKey: { notAfter: TEST_NOW - TEST_DAY } },
      'key-not-valid-at-issue',
    ],
  ])('%s cannot say that a certificate is valid', (_what, options, failure) => {
    expect(verdictWith(options)).toEqual({ code: 'status-unavailable', leftOut: leftOut(failure) });
  });

  it.each([
    ['damaged in its signature', -1, 'bad-signature'],
    ['damaged in its structure', 0, 'malformed'],
  ])('%s is left out', (_what, position, failure) => {
    const damaged = world.statusList.slice();
    const index = position < 0 ? damaged.length + position : position;
    damaged[index] = (damaged[index] ?? 0) ^ 0x40;
    const bundle = assembleTrustBundle(
      { ...files, statusLists: new Map([[TEST_STATUS_LIST, damaged]]) },
      TEST_NOW,
    );
    expect(bundle.ok && bundle.value.leftOut).toEqual(leftOut(failure));
  });

  it('of another office says nothing about this one', () => {
    const neighbour = issuerKey('Ed25519', ['status']);
    const changed = makeTestWorld({
      statusKey: neighbour,
      issuers: (document) => {
        const [office] = document.issuers;
        if (office === undefined) throw new Error('no office');
        const [certificate, presentation, status] = office.keys;
        if (!certificate || !presentation || !status) throw new Error('no keys');
        return {
          ...document,
          issuers: [
            { ...office, keys: [certificate, presentation] },
            { ...office, id: '310115', keys: [status] },
          ],
        };
      },
    });
    expect(changed.bundle.leftOut).toEqual([]);
    expect(checkScan(changed.issue(), changed.bundle, changed.now, {}).code).toBe(
      'status-unavailable',
    );
  });

  it('that would inflate without end is left out', () => {
    const bomb = makeTestWorld({ status: { size: 4 * 80 * 1_048_576 } });
    expect(bomb.bundle.leftOut).toEqual(leftOut('malformed'));
  });
});
