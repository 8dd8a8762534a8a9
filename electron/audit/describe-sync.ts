import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { SyncOutcome } from '../trust/sync-runner.ts';
import type { AuditEvent } from './entry.ts';

/** What the log keeps of a synchronisation: how it ended, and which versions hold after it. */
export function describeSync(outcome: SyncOutcome, bundle: TrustBundle | undefined): AuditEvent {
  if (!outcome.ok) return { kind: 'sync-failed', code: outcome.failure.code };
  const versions = {
    issuers: bundle?.issuersVersion ?? null,
    policy: bundle?.policy.version ?? null,
    status: bundle?.latestSignedTime ?? null,
  };
  return { kind: 'sync-done', changed: outcome.value.changed, versions };
}
