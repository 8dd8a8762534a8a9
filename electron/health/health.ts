import type { IpcRequest, TrustState } from '../../shared/ipc/contract.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { writeAtomically } from '../adapters/write-atomically.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Clock, Log } from '../ports.ts';
import type { ScanService } from '../scan/scan-service.ts';
import { createHeartbeat } from './heartbeat.ts';
import type { Surroundings } from './surroundings.ts';

/** What monitoring reads. Times are UNIX seconds; nothing in it says who was at the terminal. */
export interface TerminalStatus extends Surroundings {
  readonly version: string;
  readonly mode: 'kiosk' | 'desk';
  readonly hall: string;
  readonly terminal: string;
  readonly state: 'serving' | 'out-of-order' | 'refused' | 'page-silent';
  /** What the screen shows. */
  readonly screen: string;
  readonly camera: 'live' | 'no-picture' | 'not-wanted';
  readonly data: TrustState['freshness'];
  readonly dataAsOf: EpochSeconds | null;
  readonly sync: string;
  readonly lastScanAt: EpochSeconds | null;
  readonly configProblems: number;
  readonly startedAt: EpochSeconds;
  readonly writtenAt: EpochSeconds;
}

/** Knows how the terminal is. */
export interface Health {
  tellAlive(sign: IpcRequest<'tellAlive'>): void;
  /** The same service, with a note of when something was scanned. */
  watchScans(scans: ScanService): ScanService;
  /** Whether a page that was alive has hung; says so once. */
  looksDead(): boolean;
  /** Whether nobody is at the terminal. */
  isQuiet(): boolean;
  status(): Promise<TerminalStatus>;
  /** Writes the status file as a whole. */
  save(): Promise<void>;
}

/** What the health is told from. */
export interface HealthParts {
  readonly configuration: Configuration;
  readonly file: string;
  readonly version: string;
  readonly isRefused: boolean;
  readonly trust: () => TrustState;
  readonly clock: Clock;
  readonly lookAround: () => Promise<Surroundings>;
  readonly steadyNowMs: () => number;
  readonly log: Log;
}

const QUIET_SCREENS: readonly string[] = ['scan', 'out-of-order'];

/** Creates it at the start of the program. */
export function createHealth(parts: HealthParts): Health {
  const { clock, steadyNowMs, log } = parts;
  const startedAt = clock.now();
  const heartbeat = createHeartbeat();
  let sign: IpcRequest<'tellAlive'> = { screen: '', hasPicture: null };
  let isSilent = false;
  let lastScanAt: EpochSeconds | null = null;
  const status = async (): Promise<TerminalStatus> => ({
    ...describe(parts, isSilent),
    ...{ screen: sign.screen, camera: describeCamera(sign.hasPicture) },
    ...(await parts.lookAround()),
    ...{ lastScanAt, startedAt, writtenAt: clock.now() },
  });
  return {
    tellAlive: (next) => {
      sign = next;
      isSilent = false;
      heartbeat.beat(steadyNowMs());
    },
    watchScans: (scans) => ({
      check: (scan) => {
        lastScanAt = clock.now();
        return scans.check(scan);
      },
    }),
    looksDead: () => {
      const isDead = heartbeat.looksDead(steadyNowMs());
      isSilent ||= isDead;
      return isDead;
    },
    isQuiet: () => QUIET_SCREENS.includes(sign.screen),
    status,
    save: async () => {
      try {
        await writeAtomically(parts.file, `${JSON.stringify(await status(), null, 2)}\n`);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        log.error('status-not-written', error);
      }
    },
  };
}

function describe({ configuration, version, isRefused, trust }: HealthParts, isSilent: boolean) {
  const { settings, problems } = configuration.resolved();
  const { freshness, currentAsOf, sync } = trust();
  const open = settings.outOfOrder ? ('out-of-order' as const) : ('serving' as const);
  const state = isSilent ? ('page-silent' as const) : open;
  return {
    version,
    mode: settings.mode,
    hall: settings.hallId,
    terminal: settings.terminalName,
    state: isRefused ? ('refused' as const) : state,
    data: freshness,
    dataAsOf: currentAsOf,
    sync: sync?.phase ?? 'not-configured',
    configProblems: problems.length,
  };
}

function describeCamera(hasPicture: boolean | null): TerminalStatus['camera'] {
  if (hasPicture === null) return 'not-wanted';
  return hasPicture ? 'live' : 'no-picture';
}
