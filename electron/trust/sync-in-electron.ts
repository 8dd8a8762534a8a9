import { join } from 'node:path';
import { net, powerMonitor, session } from 'electron';
import type { AuditRecorder } from '../audit/audit-log.ts';
import { describeSync } from '../audit/describe-sync.ts';
import type { Clock, Log } from '../ports.ts';
import { openNetworkTo } from '../security/closed-network.ts';
import type { TrustPlan } from './choose-folder.ts';
import { createElectronFetch } from './fetch-with-electron.ts';
import { readRoot } from './folder-source.ts';
import { FETCH_STALL_MS, SYNC_DEADLINE_MS } from './sync-limits.ts';
import { startElectronProcess } from './sync-process-electron.ts';
import { runSync } from './sync-runner.ts';
import { type SyncService, startSyncService } from './sync-service.ts';
import type { TrustService } from './trust-service.ts';

// Electron has no event for a network that comes back in the main process.
const ONLINE_CHECK_MS = 10_000;

/** What the terminal synchronises, and with whom. */
export interface SyncSetup {
  readonly plan: Extract<TrustPlan, { kind: 'store' }>;
  readonly repository: URL;
  readonly intervalMinutes: number;
  readonly trust: TrustService;
  readonly audit: AuditRecorder;
  readonly clock: Clock;
  readonly log: Log;
}

/** Starts synchronising inside Electron: its session, its utility process, its power and network events. */
export async function startSync(setup: SyncSetup): Promise<SyncService | undefined> {
  const { plan, repository, trust, audit, clock, log } = setup;
  const rootJson = await readRoot(plan.rootFile);
  if (rootJson === undefined) return undefined;
  // A session of its own, in memory: nothing of it is shared with the pages, nothing is kept.
  const syncSession = session.fromPartition('trust-sync', { cache: false });
  openNetworkTo(repository, syncSession, log);
  const { folder, factoryFolder } = plan;
  const service = startSyncService({
    run: (tell) =>
      runSync({
        task: { folder, factoryFolder, rootJson, now: clock.now() },
        // Beside the main process's own file.
        start: () => startElectronProcess(join(__dirname, 'trust-sync.cjs')),
        port: createElectronFetch({ repository, stallMs: FETCH_STALL_MS }, syncSession),
        deadlineMs: SYNC_DEADLINE_MS,
        tell,
      }),
    adopt: () => trust.refresh(),
    onEnd: (outcome) => audit.record(describeSync(outcome, trust.current())),
    hasBundle: () => trust.current() !== undefined,
    intervalMs: setup.intervalMinutes * 60_000,
    ...{ clock, log },
  });
  watchMachine(service);
  return service;
}

function watchMachine(service: SyncService): void {
  powerMonitor.on('resume', () => service.notice('resumed'));
  let wasOnline = net.isOnline();
  setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) service.notice('network-back');
    wasOnline = isOnline;
  }, ONLINE_CHECK_MS);
}
