import { describe, expect, it } from 'vitest';
import { chooseTrustFolder } from '../../electron/trust/choose-folder.ts';
import { createTrustService } from '../../electron/trust/trust-service.ts';
import { recordingLog } from './recording-log.ts';

describe('trust service', () => {
  it('says that the data is missing when no bundle could be loaded', async () => {
    const log = recordingLog();
    const source = { load: async () => ({ ok: false, failure: 'no-trust-folder' }) as const };
    const trust = createTrustService(source, { now: () => 0 }, log);
    await trust.refresh();
    expect(trust.current()).toBeUndefined();
    expect(trust.state()).toEqual({ domain: null, freshness: 'missing', currentAsOf: null });
    expect(log.lines).toEqual([{ level: 'warn', event: 'trust-not-loaded' }]);
  });
});

describe('trust folder', () => {
  const places = { named: undefined, own: 'own', shipped: 'shipped' };

  it('is the named one even when it does not exist', () => {
    expect(chooseTrustFolder({ ...places, named: 'named' }, () => false)).toBe('named');
  });

  it('is the own one before the shipped one', () => {
    expect(chooseTrustFolder(places, () => true)).toBe('own');
    expect(chooseTrustFolder(places, (folder) => folder === 'shipped')).toBe('shipped');
    expect(chooseTrustFolder(places, () => false)).toBeUndefined();
  });
});
