import { join, resolve } from 'node:path';
import { app, type BrowserWindow, ipcMain, session } from 'electron';
import { parseLaunchOptions } from './adapters/launch-options.ts';
import { openSettingsStore } from './adapters/settings-store.ts';
import { systemClock } from './adapters/system-clock.ts';
import { noteVersion } from './adapters/version-mark.ts';
import { answerCommand } from './app/answer-command.ts';
import { declareAppScheme, serveAppProtocol } from './app/app-protocol.ts';
import {
  becomeOnlyInstance,
  focusWindow,
  keepWindowOpen,
  logUncaught,
  reviveRenderer,
} from './app/lifecycle.ts';
import { createLog } from './app/log.ts';
import { createVisitorPrinting } from './app/print-visitor-slip.ts';
import { REFUSAL_WINDOW, refusalOf } from './app/refusal.ts';
import { createStaffMachine } from './app/staff-machine.ts';
import { endSilentPage, restartDaily } from './app/start-health.ts';
import { startServices } from './app/start-services.ts';
import { allowSystemVoices } from './app/system-voices.ts';
import { answerVerifyLog } from './app/verify-log-switch.ts';
import { openWindow, type WindowParts } from './app/window.ts';
import { loadConfiguration } from './config/load-configuration.ts';
import { createDesk } from './desk/create-desk.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { rehearseCheck } from './scan/rehearse-check.ts';
import { hardenApp } from './security/harden-app.ts';
import { fetchNoDictionaries } from './security/no-dictionaries.ts';

// The bundle lies in dist/main/, beside dist/preload/ and dist/renderer/.
const programFolder = join(__dirname, '..');
const options = parseLaunchOptions(process.argv.slice(1));
if (options.userData !== undefined) app.setPath('userData', resolve(options.userData));
const stateFolder = app.getPath('userData');
answerVerifyLog(process.argv, stateFolder);
answerCommand(process.argv.slice(1), stateFolder);
const log = createLog(stateFolder, systemClock);
let window: BrowserWindow | undefined;

logUncaught(log);
for (const name of options.unreadable) log.warn('switch-unreadable', { name });
if (becomeOnlyInstance(app, () => focusWindow(window))) {
  declareAppScheme();
  hardenApp(app, log);
  allowSystemVoices(app);
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(startKiosk)
    .catch((error: unknown) => log.error('start-failed', error));
} else {
  app.quit();
}

async function startKiosk(): Promise<void> {
  await noteVersion(stateFolder, app.getVersion(), log);
  const local = openSettingsStore(stateFolder, log);
  const configuration = loadConfiguration({ options, userData: stateFolder, local, log });
  const settings = configuration.settings();
  const refusal = refusalOf(settings, options.windowMode);
  if (refusal !== undefined) log.warn('start-refused', { reason: refusal, remedy: '--set-pin' });
  const places = { stateFolder, resourcesFolder: process.resourcesPath };
  const machine = createStaffMachine(settings.restartBySupervisor);
  const parts = { configuration, options, ...places, clock: systemClock, log, machine, refusal };
  const services = await startServices(parts);
  // Kept in memory only: no page of the kiosk leaves anything on the disk.
  const kioskSession = session.fromPartition('kiosk', { cache: false });
  fetchNoDictionaries(kioskSession);
  serveAppProtocol(kioskSession, join(programFolder, 'renderer'), log);
  const mode = refusal === undefined ? options.windowMode : REFUSAL_WINDOW;
  const pages = { mode, programFolder, session: kioskSession, log };
  const { audit, deskName } = services;
  const desk = createDesk({
    ...pages,
    ...{ settings, stateFolder, audit, deskName, clock: systemClock },
    printerName: () => configuration.settings().printerName,
  });
  const printVisitorSlip = createVisitorPrinting({ window: () => window, configuration, log });
  registerHandlers(ipcMain, createHandlers({ ...services, desk, printVisitorSlip }), log);
  window = desk === undefined ? openKiosk(pages) : desk.open();
  reviveRenderer(window, log);
  // Only then: before it this thread hands the page its files.
  window.webContents.once('did-finish-load', () => {
    const bundle = services.trust.current();
    if (bundle !== undefined) rehearseCheck(bundle);
  });
  endSilentPage(window, services.health, parts);
  if (mode.kind === 'kiosk') restartDaily(services.health, parts);
  log.info('kiosk-started', { version: app.getVersion(), electron: process.versions.electron });
}

function openKiosk(pages: WindowParts): BrowserWindow {
  const kiosk = openWindow(pages);
  if (pages.mode.kind === 'kiosk') keepWindowOpen(app, kiosk);
  return kiosk;
}
