import { describe, expect, it } from 'vitest';
import { chooseTrust } from '../../electron/trust/choose-folder.ts';
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

describe('what the terminal judges with', () => {
  const places = {
    named: undefined,
    namedRoot: undefined,
    store: 'own',
    shipped: 'shipped',
    isSyncing: true,
  };
  const having = (...paths: string[]) => {
    return (path: string): boolean => paths.includes(path);
  };

  it('is the named folder even when it does not exist', () => {
    expect(chooseTrust({ ...places, named: 'named' }, having())).toEqual({
      kind: 'bundle-folder',
      folder: 'named',
    });
  });

  it('is a named repository, or what a synchronising terminal starts from', () => {
    const named = { ...places, named: 'named', namedRoot: 'root.json' };
    const exists = having('named/metadata');
    expect(chooseTrust({ ...named, isSyncing: false }, exists)).toEqual({
      kind: 'repository-folder',
      folder: 'named',
      rootFile: 'root.json',
    });
    expect(chooseTrust(named, exists)).toEqual({
      kind: 'store',
      folder: 'own',
      factoryFolder: 'named',
      rootFile: 'root.json',
    });
  });

  it('is the store above what is shipped, and nothing without a root of trust', () => {
    const store = { kind: 'store', folder: 'own', rootFile: 'shipped/root.json' };
    const root = 'shipped/root.json';
    expect(chooseTrust(places, having(root))).toEqual({ ...store, factoryFolder: undefined });
    expect(chooseTrust(places, having(root, 'shipped/metadata'))).toEqual({
      ...store,
      factoryFolder: 'shipped',
    });
    expect(chooseTrust(places, having('shipped/metadata'))).toEqual({ kind: 'none' });
  });
});
