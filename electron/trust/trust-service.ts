import type { TrustState } from '../../shared/ipc/contract.ts';
import type { SyncState } from '../../shared/ipc/sync-state.ts';
import { type Result, unreachable } from '../../shared/result.ts';
import { judgeFreshness } from '../../shared/trust/freshness.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { Clock, Log } from '../ports.ts';

/** Where a verified trust bundle comes from: a folder, or the store a synchronisation commits to. */
export interface TrustSource {
  /** The failure is any value that says why; it is only logged. */
  load(): Promise<Result<TrustBundle, TrustSourceFailure>>;
}

/** No folder to load from, or what the loader found wrong, for the log. */
export type TrustSourceFailure = 'no-trust-folder' | object;

/** Holds the trust bundle the terminal judges with. */
export interface TrustService {
  /** `undefined` while no bundle could be verified: then nothing can be decided. */
  current(): TrustBundle | undefined;
  /** What the banner says about the data. */
  state(): TrustState;
  /** Loads again. A failure keeps the bundle held so far. */
  refresh(): Promise<void>;
}

/** Creates the service without a bundle; `refresh` loads the first one. */
export function createTrustService(source: TrustSource, clock: Clock, log: Log): TrustService {
  let bundle: TrustBundle | undefined;
  return {
    current: () => bundle,
    state: () => describeTrust(bundle, clock),
    refresh: async () => {
      const loaded = await source.load();
      if (loaded.ok) bundle = loaded.value;
      if (loaded.ok) logLoaded(loaded.value, log);
      else log.warn('trust-not-loaded', { reason: JSON.stringify(loaded.failure) });
    },
  };
}

/** The service with what its synchronisation is doing, for the screen. */
export function withSyncState(
  trust: TrustService,
  sync: { state(): SyncState } | undefined,
): TrustService {
  if (sync === undefined) return trust;
  return { ...trust, state: () => ({ ...trust.state(), sync: sync.state() }) };
}

function logLoaded(bundle: TrustBundle, log: Log): void {
  log.info('trust-loaded', { domain: bundle.policy.domain, issuers: bundle.issuersVersion });
  for (const left of bundle.leftOut)
    log.warn('trust-part-left-out', { what: JSON.stringify(left) });
}

function describeTrust(bundle: TrustBundle | undefined, clock: Clock): TrustState {
  if (bundle === undefined) return { domain: null, freshness: 'missing', currentAsOf: null };
  const { issuers, policy, status } = bundle.currentAsOf;
  return {
    domain: bundle.policy.domain,
    freshness: bannerFreshness(judgeFreshness(bundle, clock.now())),
    currentAsOf: Math.min(issuers, policy, status),
  };
}

/** The banner has no separate word for "no green channel": the verdict says it where it matters. */
function bannerFreshness(freshness: ReturnType<typeof judgeFreshness>): TrustState['freshness'] {
  switch (freshness) {
    case 'fresh':
    case 'ageing':
    case 'too-old':
      return freshness;
    case 'no-green-channel':
      return 'ageing';
    default:
      return unreachable(freshness);
  }
}
