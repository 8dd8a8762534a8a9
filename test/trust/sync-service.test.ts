import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { SyncOutcome } from '../../electron/trust/sync-runner.ts';
import { type SyncService, startSyncService } from '../../electron/trust/sync-service.ts';
import { TrustStateSchema } from '../../shared/ipc/contract.ts';
import { recordingLog } from '../electron/recording-log.ts';

let service: SyncService | undefined;
afterEach(() => service?.stop());

function start(outcomes: readonly SyncOutcome[], hasBundle = true) {
  const seen = { runs: 0, adopted: 0, atOnce: 0, most: 0, ends: [] as SyncOutcome[] };
  const log = recordingLog();
  const running = startSyncService({
    run: async (tell) => {
      seen.most = Math.max(seen.most, ++seen.atOnce);
      tell('targets');
      await new Promise((resolve) => setTimeout(resolve, 10));
      seen.atOnce -= 1;
      return outcomes[seen.runs++] ?? { ok: false, failure: { code: 'unreachable' } };
    },
    adopt: async () => {
      seen.adopted += 1;
    },
    onEnd: (outcome) => seen.ends.push(outcome),
    hasBundle: () => hasBundle,
    intervalMs: 3_600_000,
    clock: { now: () => 77 },
    log,
  });
  service = running;
  return { service: running, seen, log };
}

const DONE: SyncOutcome = { ok: true, value: { changed: true } };
const FROZEN: SyncOutcome = { ok: false, failure: { code: 'expired', subject: 'timestamp' } };

describe('the synchronising service', () => {
  it('shows what it does and takes over what came', async () => {
    const { service, seen, log } = start([DONE]);
    expect(service.state()).toEqual({ phase: 'idle' });
    const asked = service.syncNow();
    expect(service.state()).toEqual({ phase: 'syncing', step: 'targets' });
    expect(await asked).toEqual({ phase: 'done', at: 77, changed: true });
    expect(seen.adopted).toBe(1);
    expect(seen.ends).toEqual([DONE]);
    expect(log.lines).toEqual([{ level: 'info', event: 'sync-done' }]);
  });

  it('shows and logs a failure by its code and changes nothing else', async () => {
    const { service, seen, log } = start([FROZEN]);
    expect(await service.syncNow()).toEqual({ phase: 'failed', code: 'expired', at: 77 });
    expect(seen.adopted).toBe(0);
    expect(seen.ends).toEqual([FROZEN]);
    expect(log.lines).toEqual([{ level: 'warn', event: 'sync-failed' }]);
  });

  it('runs one at a time, however often it is asked', async () => {
    const { service, seen } = start([DONE, DONE], false);
    await Promise.all([service.syncNow(), service.syncNow(), service.syncNow()]);
    expect(seen).toMatchObject({ runs: 1, most: 1 });
  });

  it('begins by itself without data', async () => {
    const { service, seen } = start([DONE], false);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(seen.runs).toBe(1);
    expect(service.state()).toMatchObject({ phase: 'done' });
  });

  it('gives states the screen can read', async () => {
    const { service } = start([FROZEN]);
    const trust = { domain: null, freshness: 'missing', currentAsOf: null } as const;
    for (const sync of [service.state(), await service.syncNow()])
      expect(v.parse(TrustStateSchema, { ...trust, sync })).toEqual({ ...trust, sync });
  });
});
