import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLastScanFile } from '../adapters/last-scan-file.ts';
import type { LaunchOptions } from '../adapters/launch-options.ts';
import type { Settings } from '../adapters/settings.ts';
import type { HandlerParts } from '../ipc/handlers.ts';
import type { Clock, Log } from '../ports.ts';
import { createRecentlyPresented } from '../scan/recently-presented.ts';
import { createScanService } from '../scan/scan-service.ts';
import { chooseTrustFolder } from '../trust/choose-folder.ts';
import { createFolderSource } from '../trust/folder-source.ts';
import { createTrustService } from '../trust/trust-service.ts';
import { describeTerminal, hallOf } from './terminal.ts';

/** What the services are made from. */
export interface ServiceParts {
  readonly settings: Settings;
  readonly options: LaunchOptions;
  /** Folder for the terminal's own state. */
  readonly stateFolder: string;
  /** Folder of the files shipped with the program. */
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates what answers the screen's questions. Without any trust bundle it still does. */
export async function startServices(parts: ServiceParts): Promise<HandlerParts> {
  const { settings, options, clock, log } = parts;
  const folder = chooseTrustFolder(trustPlaces(parts), existsSync);
  const trust = createTrustService(createFolderSource(folder, clock), clock, log);
  await trust.refresh();
  const scans = await createScanService({
    clock,
    trust,
    log,
    presented: createRecentlyPresented(settings.presentedBeforeMinutes * 60),
    hall: hallOf(settings, options),
    lastScan: createLastScanFile(join(parts.stateFolder, 'last-scan.json'), log),
  });
  return { terminal: describeTerminal(settings, options), scans, trust };
}

function trustPlaces(parts: ServiceParts) {
  const configured = parts.settings.trustFolder === '' ? undefined : parts.settings.trustFolder;
  return {
    named: parts.options.trust ?? configured,
    own: join(parts.stateFolder, 'trust'),
    shipped: join(parts.resourcesFolder, 'trust'),
  };
}
