import { failure, type Result, success } from '../../shared/result.ts';
import { type ProxyRoute, parseProxyRoute } from './proxy-route.ts';
import { readCaFile } from './sync-ca.ts';
import type { TrustFailure } from './trust-failure.ts';

/** What the configuration says about the way to the repository. */
export interface SyncNetwork {
  readonly route: ProxyRoute;
  /** Path of the file of authorities; `unusable` when what is configured is no path. */
  readonly ca:
    | { readonly kind: 'system' | 'unusable' }
    | { readonly kind: 'file'; readonly file: string };
}

/** What this reads of the configuration in force. */
export interface NetworkSettings {
  readonly settings: { readonly syncProxy: string; readonly syncCa: string };
  readonly problems: readonly { readonly key?: string; readonly reason: string }[];
}

/** Reads the two settings. A CA that was meant and cannot be read must not become "any CA". */
export function syncNetworkOf({ settings, problems }: NetworkSettings): SyncNetwork {
  const isBad = problems.some(({ key, reason }) => key === 'syncCa' && reason === 'bad-value');
  const { syncCa } = settings;
  return {
    route: parseProxyRoute(settings.syncProxy) ?? { kind: 'system' },
    ca: isBad
      ? { kind: 'unusable' }
      : syncCa === ''
        ? { kind: 'system' }
        : { kind: 'file', file: syncCa },
  };
}

/**
 * The authorities as the file has them now: it may be replaced while the program runs. `undefined`
 * where none were named.
 */
export function authoritiesOf({
  ca,
}: SyncNetwork): Result<readonly string[] | undefined, TrustFailure> {
  switch (ca.kind) {
    case 'system':
      return success(undefined);
    case 'unusable':
      return failure({ code: 'ca-unusable', detail: 'not a path' });
    case 'file': {
      const read = readCaFile(ca.file);
      return read.ok ? read : failure({ code: 'ca-unusable', detail: read.failure });
    }
  }
}
