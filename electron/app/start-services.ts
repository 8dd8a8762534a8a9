import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../shared/ipc/contract.ts';
import { createLastScanFile } from '../adapters/last-scan-file.ts';
import type { LaunchOptions } from '../adapters/launch-options.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Configuration } from '../config/configuration.ts';
import { logoFileOf } from '../config/logo-file.ts';
import { createDeskName, type DeskName } from '../desk/desk-name.ts';
import type { Health } from '../health/health.ts';
import { startIntake } from '../intake/start-intake.ts';
import type { HandlerParts } from '../ipc/handlers.ts';
import { showHallLogo } from '../logo/show-hall-logo.ts';
import type { Clock, Log } from '../ports.ts';
import { createRecentlyPresented } from '../scan/recently-presented.ts';
import { createScanService } from '../scan/scan-service.ts';
import type { StaffMachine } from '../staff/staff-parts.ts';
import { chooseTrust, type TrustPlan } from '../trust/choose-folder.ts';
import { parseRepositoryUrl } from '../trust/fetch-port.ts';
import { createTrustSource } from '../trust/folder-source.ts';
import { startSync } from '../trust/sync-in-electron.ts';
import { syncNetworkOf } from '../trust/sync-network.ts';
import type { SyncService } from '../trust/sync-service.ts';
import { trustPlaces } from '../trust/trust-places.ts';
import { createTrustService, type TrustService, withSyncState } from '../trust/trust-service.ts';
import { startAudit } from './start-audit.ts';
import { startHealth } from './start-health.ts';
import { startStaff } from './start-staff.ts';
import { describeTerminal, hallOf } from './terminal.ts';

/** What the services are made from. */
export interface ServiceParts {
  readonly configuration: Configuration;
  readonly options: LaunchOptions;
  /** Folder for the terminal's own state. */
  readonly stateFolder: string;
  /** Folder of the files shipped with the program. */
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly machine: StaffMachine;
  /** Why the terminal does not start, if it does not. */
  readonly refusal: Terminal['refusal'] | undefined;
}

/** What answers the screen, and what the staff's button asks. */
export interface StartedServices extends Omit<HandlerParts, 'desk' | 'printVisitorSlip'> {
  readonly deskName: DeskName;
  /** `undefined` where no repository is configured. */
  readonly sync: SyncService | undefined;
  readonly health: Health;
}

/** Creates what answers the screen's questions. Without any trust bundle it still does. */
export async function startServices(parts: ServiceParts): Promise<StartedServices> {
  const { configuration, clock, log } = parts;
  const settings = configuration.settings();
  const plan = chooseTrust(
    trustPlaces(settings, { ...parts, root: parts.options.root }),
    existsSync,
  );
  const deskName = createDeskName(settings.mode === 'desk' ? settings.terminalName : '');
  const audit = await startAudit({ deskName, ...parts });
  const source = await createTrustSource(plan, parts);
  const trust = withAudit(createTrustService(source, clock, log), audit);
  await trust.refresh();
  const sync = await startSyncIfAsked(parts, plan, { trust, audit });
  const hall = hallOf(settings);
  const scans = await createScanService({
    clock,
    trust,
    log,
    presented: createRecentlyPresented(settings.presentedBeforeMinutes * 60),
    hall,
    lastScan: createLastScanFile(join(parts.stateFolder, 'last-scan.json'), log),
    audit,
  });
  const readTerminal = () => describeTerminal(configuration.settings(), parts.refusal);
  const { machine } = parts;
  const health = startHealth(parts, { trust: withSyncState(trust, sync), audit });
  const staff = await startStaff(parts, { plan, trust, sync, audit, machine });
  const files = startIntake({ mode: readTerminal().mode, scans, log });
  return {
    readTerminal,
    readHallLogo: () => showHallLogo(logoFileOf(configuration.resolved())),
    scans: health.watchScans(scans),
    health,
    trust: withSyncState(trust, sync),
    hall,
    audit,
    deskName,
    sync,
    staff,
    ...files,
  };
}

/** Every bundle taken over, wherever it comes from, is compared with what was shown before it. */
function withAudit(trust: TrustService, audit: AuditService): TrustService {
  return {
    ...trust,
    refresh: async () => {
      await trust.refresh();
      const bundle = trust.current();
      if (bundle !== undefined) audit.compareWith(bundle);
    },
  };
}

async function startSyncIfAsked(
  { configuration, clock, log }: ServiceParts,
  plan: TrustPlan,
  { trust, audit }: { readonly trust: TrustService; readonly audit: AuditService },
): Promise<SyncService | undefined> {
  const settings = configuration.settings();
  const repository = parseRepositoryUrl(settings.repositoryUrl);
  if (repository === undefined) return undefined;
  if (plan.kind !== 'store') {
    // A bundle folder stands for itself, and without a root nothing that arrives could be trusted.
    log.warn('sync-not-possible', { trust: plan.kind });
    return undefined;
  }
  const intervalMinutes = settings.syncIntervalMinutes;
  const network = syncNetworkOf(configuration.resolved());
  return startSync({ plan, repository, network, intervalMinutes, trust, audit, clock, log });
}
