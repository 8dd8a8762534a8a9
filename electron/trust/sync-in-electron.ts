import { join } from 'node:path';
import { net, powerMonitor, type Session, session } from 'electron';
import { failure, type Result, success } from '../../shared/result.ts';
import type { AuditRecorder } from '../audit/audit-log.ts';
import { describeSync } from '../audit/describe-sync.ts';
import type { Clock, Log } from '../ports.ts';
import { openNetworkTo } from '../security/closed-network.ts';
import { fetchNoDictionaries } from '../security/no-dictionaries.ts';
import type { TrustPlan } from './choose-folder.ts';
import type { FetchPort } from './fetch-port.ts';
import { createElectronFetch } from './fetch-with-electron.ts';
import { createNodeFetch } from './fetch-with-node.ts';
import { readRoot } from './folder-source.ts';
import { type ProxyRoute, parseSystemAnswer, proxyRule } from './proxy-route.ts';
import { FETCH_STALL_MS, SYNC_DEADLINE_MS } from './sync-limits.ts';
import { authoritiesOf, type SyncNetwork } from './sync-network.ts';
import { startElectronProcess } from './sync-process-electron.ts';
import { runSync } from './sync-runner.ts';
import { type SyncService, startSyncService } from './sync-service.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { TrustService } from './trust-service.ts';

// Electron has no event for a network that comes back in the main process.
const ONLINE_CHECK_MS = 10_000;

/** What the terminal synchronises, and with whom. */
export interface SyncSetup {
  readonly plan: Extract<TrustPlan, { kind: 'store' }>;
  readonly repository: URL;
  readonly network: SyncNetwork;
  readonly intervalMinutes: number;
  readonly trust: TrustService;
  readonly audit: AuditRecorder;
  readonly clock: Clock;
  readonly log: Log;
}

/** Starts synchronising inside Electron: its session, its utility process, its power and network events. */
export async function startSync(setup: SyncSetup): Promise<SyncService | undefined> {
  const { plan, repository, network, trust, audit, clock, log } = setup;
  const rootJson = await readRoot(plan.rootFile);
  if (rootJson === undefined) return undefined;
  // A session of its own, in memory: nothing of it is shared with the pages, nothing is kept.
  const syncSession = session.fromPartition('trust-sync', { cache: false });
  fetchNoDictionaries(syncSession);
  openNetworkTo(repository, syncSession, log);
  await syncSession.setProxy(proxyConfig(network.route));
  const { folder, factoryFolder } = plan;
  const service = startSyncService({
    run: async (tell) => {
      const port = await openPort(repository, network, syncSession);
      if (!port.ok) return port;
      return runSync({
        task: { folder, factoryFolder, rootJson, now: clock.now() },
        // Beside the main process's own file.
        start: () => startElectronProcess(join(__dirname, 'trust-sync.cjs')),
        port: port.value,
        deadlineMs: SYNC_DEADLINE_MS,
        tell,
      });
    },
    adopt: () => trust.refresh(),
    onEnd: (outcome) => audit.record(describeSync(outcome, trust.current())),
    hasBundle: () => trust.current() !== undefined,
    intervalMs: setup.intervalMinutes * 60_000,
    ...{ clock, log },
  });
  watchMachine(service);
  return service;
}

/**
 * Named authorities are judged by Node's TLS, which then knows no others. Chromium's cannot be told
 * so: `setCertificateVerifyProc` hands over one error of a chain and leaves the rest of its
 * validation (name constraints, path length, extended key usage) to whoever overrules it.
 */
async function openPort(
  repository: URL,
  network: SyncNetwork,
  syncSession: Session,
): Promise<Result<FetchPort, TrustFailure>> {
  const options = { repository, stallMs: FETCH_STALL_MS };
  const authorities = authoritiesOf(network);
  if (!authorities.ok) return authorities;
  if (authorities.value === undefined) return success(createElectronFetch(options, syncSession));
  const { route } = network;
  const way =
    route.kind === 'system'
      ? parseSystemAnswer(await syncSession.resolveProxy(repository.href))
      : route;
  if (way === undefined) return failure({ code: 'unreachable', detail: 'system proxy' });
  const proxy = way.kind === 'direct' ? undefined : way;
  return success(createNodeFetch({ ...options, proxy, authorities: authorities.value }));
}

function proxyConfig(route: ProxyRoute): Electron.ProxyConfig {
  if (route.kind === 'system' || route.kind === 'direct') return { mode: route.kind };
  // Chromium would go past the proxy for this machine's own addresses.
  return { mode: 'fixed_servers', proxyRules: proxyRule(route), proxyBypassRules: '<-loopback>' };
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
