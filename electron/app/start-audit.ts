import { join } from 'node:path';
import { app, powerMonitor } from 'electron';
import { type AuditPolicy, type AuditService, openAuditService } from '../audit/audit-service.ts';
import { createClockWatch } from '../audit/clock-watch.ts';
import { createSeenSettings, type SeenSettings } from '../audit/seen-settings.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Settings } from '../config/settings.ts';
import type { DeskName } from '../desk/desk-name.ts';
import type { Clock, Log } from '../ports.ts';
import { askWhereToSave } from './ask-where-to-save.ts';
import { hallOf } from './terminal.ts';

const CLOCK_CHECK_MS = 30_000;

/** Where the log of a terminal lies. */
export function auditFolderIn(stateFolder: string): string {
  return join(stateFolder, 'audit');
}

/** What the log is started with. */
export interface AuditStart {
  readonly deskName: DeskName;
  readonly configuration: Configuration;
  readonly stateFolder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens the log, watches the clock for it, and closes it before the program ends. */
export async function startAudit(start: AuditStart): Promise<AuditService> {
  const { configuration, deskName, stateFolder, clock, log } = start;
  const settings = configuration.settings();
  const audit = await openAuditService({
    folder: auditFolderIn(stateFolder),
    policy: describeAuditPolicy(settings, deskName),
    programVersion: app.getVersion(),
    ...{ clock, log, askWhereToSave },
  });
  const seen = createSeenSettings(join(stateFolder, 'settings-seen.json'), audit);
  await seen.compare(settings);
  watchClock(audit, clock);
  closeBeforeQuit(() => closeAudit({ audit, seen, configuration }), log);
  return audit;
}

/** A public kiosk never keeps whole company codes, whatever is configured. */
function describeAuditPolicy(settings: Settings, deskName: DeskName): AuditPolicy {
  const { mode, terminalName, auditKeepsCompany, auditRetentionDays } = settings;
  return {
    ...{ mode, terminal: terminalName, hall: hallOf(settings), retentionDays: auditRetentionDays },
    desk: deskName.current,
    keepsCompany: mode === 'desk' && auditKeepsCompany,
  };
}

function watchClock(audit: AuditService, clock: Clock): void {
  const watch = createClockWatch({ clock, audit, steadyMs: () => performance.now() });
  powerMonitor.on('suspend', watch.suspended);
  powerMonitor.on('resume', watch.resumed);
  setInterval(watch.check, CLOCK_CHECK_MS);
}

interface OpenAudit {
  readonly audit: AuditService;
  readonly seen: SeenSettings;
  readonly configuration: Configuration;
}

async function closeAudit({ audit, seen, configuration }: OpenAudit): Promise<void> {
  await seen.remember(configuration.settings());
  await audit.close();
}

/** Holds the end of the program up until the last entries are on the disk. */
function closeBeforeQuit(close: () => Promise<void>, log: Log): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    close()
      .catch((error: unknown) => log.error('audit-not-closed', error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
