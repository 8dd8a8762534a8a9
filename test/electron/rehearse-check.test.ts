import { describe, expect, it } from 'vitest';
import {
  REHEARSAL_CERTIFICATE,
  REHEARSAL_TIME,
} from '../../electron/scan/rehearsal-certificate.ts';
import { rehearseCheck } from '../../electron/scan/rehearse-check.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { makeTestWorld, TEST_NOW } from '../world/test-world.ts';

const world = makeTestWorld();

describe('the rehearsal of the check', () => {
  it('goes through every step to an accepted certificate', () => {
    const verdict = rehearseCheck(world.bundle);
    expect(verdict?.code).toBe('green-channel');
    expect(verdict?.checks.map(({ step }) => step)).toEqual(
      checkScan(world.issue(), world.bundle, TEST_NOW, {}).checks.map(({ step }) => step),
    );
  });

  it('is of a certificate that no real check accepts', () => {
    for (const now of [REHEARSAL_TIME, TEST_NOW]) {
      const verdict = checkScan(REHEARSAL_CERTIFICATE, world.bundle, now, {});
      expect(verdict.code).toBe('unknown-key');
    }
  });

  it('leaves the keys that count as they were', () => {
    const before = [...world.bundle.keys];
    rehearseCheck(world.bundle);
    expect([...world.bundle.keys]).toEqual(before);
  });

  it('has nothing to do where nobody is trusted', () => {
    expect(rehearseCheck({ ...world.bundle, keys: new Map() })).toBeUndefined();
  });
});
