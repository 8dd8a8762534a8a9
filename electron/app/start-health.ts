import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { AuditService } from '../audit/audit-service.ts';
import { millisecondsUntil } from '../health/daily-restart.ts';
import { createHealth, type Health } from '../health/health.ts';
import { LOOK_EVERY_MS } from '../health/heartbeat.ts';
import { lookAround } from '../health/surroundings.ts';
import type { TrustService } from '../trust/trust-service.ts';
import { restartProgram } from './restart-program.ts';
import type { ServiceParts } from './start-services.ts';

/** Between two writings of the status file. */
const SAVE_EVERY_MS = 30_000;
/** How long a restart waits for whoever is at the terminal. */
const QUIET_CHECK_MS = 60_000;

/** Creates the terminal's health; its file is written as long as the program runs. */
export function startHealth(
  parts: ServiceParts,
  { trust, audit }: { readonly trust: TrustService; readonly audit: AuditService },
): Health {
  const { configuration, stateFolder, clock, log, refusal, machine } = parts;
  const { listPrinters } = machine;
  const printerName = (): string => configuration.settings().printerName;
  const { statusFile } = configuration.settings();
  const health = createHealth({
    ...{ configuration, clock, log, isRefused: refusal !== undefined },
    file: statusFile === '' ? join(stateFolder, 'status.json') : statusFile,
    version: app.getVersion(),
    trust: () => trust.state(),
    lookAround: () => lookAround({ stateFolder, printerName, listPrinters, audit }),
    steadyNowMs: () => performance.now(),
  });
  setInterval(() => void health.save(), SAVE_EVERY_MS);
  return health;
}

/** Ends a page that hangs; what revives crashed pages then loads it again, with growing waits. */
export function endSilentPage(window: BrowserWindow, health: Health, parts: ServiceParts): void {
  setInterval(() => {
    if (window.isDestroyed() || !health.looksDead()) return;
    parts.log.warn('page-silent');
    window.webContents.forcefullyCrashRenderer();
    void health.save();
  }, LOOK_EVERY_MS);
}

/** Starts the program anew once a day, when nobody is at it: a browser engine gathers moss. */
export function restartDaily(health: Health, { configuration, log }: ServiceParts): void {
  const { dailyRestartHour, restartBySupervisor } = configuration.settings();
  if (dailyRestartHour === null) return;
  const restart = (): void => {
    if (!health.isQuiet()) {
      setTimeout(restart, QUIET_CHECK_MS);
      return;
    }
    log.info('daily-restart');
    restartProgram(restartBySupervisor);
  };
  setTimeout(restart, millisecondsUntil(dailyRestartHour, new Date()));
}
