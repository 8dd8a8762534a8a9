import { type AuditService, openAuditService } from '../../electron/audit/audit-service.ts';
import { createRecentlyPresented } from '../../electron/scan/recently-presented.ts';
import { createScanService, type ScanService } from '../../electron/scan/scan-service.ts';
import { makeTestWorld, type TestWorld } from '../world/test-world.ts';
import type { AuditFolder } from './audit-folder.ts';

/** A terminal as far as its log is concerned: it judges scans and answers the desk. */
export interface AuditDesk {
  readonly audit: AuditService;
  readonly scans: ScanService;
  readonly world: TestWorld;
  /** Where the next export is to be saved; `undefined` cancels. */
  saveTo: string | undefined;
  /** Names that were proposed for exports. */
  readonly proposed: string[];
}

/** What a test wants to be different. */
export interface DeskOptions {
  readonly mode?: 'kiosk' | 'desk';
  readonly keepsCompany?: boolean;
  readonly world?: TestWorld;
}

/** Starts a terminal on a folder. */
export async function openDesk(log: AuditFolder, options: DeskOptions = {}): Promise<AuditDesk> {
  const { mode = 'desk', keepsCompany = true, world = makeTestWorld() } = options;
  const clock = { now: () => log.now };
  const proposed: string[] = [];
  const desk: { saveTo: string | undefined } = { saveTo: undefined };
  const audit = await openAuditService({
    folder: log.folder,
    policy: {
      ...{ mode, terminal: '窗口 12', hall: undefined, keepsCompany, retentionDays: 190 },
      desk: () => (mode === 'desk' ? '窗口 12' : ''),
    },
    programVersion: '1.2.3',
    ...{ clock, log: log.log },
    askWhereToSave: async (name) => {
      proposed.push(name);
      return desk.saveTo;
    },
  });
  const scans = await createScanService({
    ...{ clock, audit, log: log.log, hall: undefined },
    trust: {
      current: () => world.bundle,
      state: () => ({ domain: null, freshness: 'missing', currentAsOf: null }),
      refresh: async () => undefined,
    },
    presented: createRecentlyPresented(600),
    lastScan: { load: async () => undefined, save: async () => undefined },
  });
  return Object.assign(desk, { audit, scans, world, proposed });
}
