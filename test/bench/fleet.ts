import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seededRandom } from '../world/seeded-random.ts';
import { goalTable, type Phase } from './fleet-goals.ts';
import {
  newSimulatedKiosk,
  SIMULATED_AGENT,
  type SimulatedKiosk,
  simulateSync,
} from './fleet-kiosk.ts';
import { listCostTables, listSizeTable } from './fleet-lists.ts';
import { type LoggedAnswer, type Nginx, startNginx } from './fleet-nginx.ts';
import {
  CERTIFICATES,
  type FleetPublisher,
  LIST_ENTRIES,
  publishDistrict,
} from './fleet-publisher.ts';
import { realKiosk } from './fleet-real-kiosk.ts';
import { type FleetRow, fleetTable, nationTable } from './fleet-report.ts';
import { realTerminal, type TerminalSync } from './fleet-terminal.ts';

const KIOSKS = 1_000;
/** Kiosks start at random instants of this many milliseconds, as they do of their interval. */
const JITTER_MS = 2_000;
const PHASE_DEADLINE_MS = 60_000;

interface Fleet {
  readonly nginx: Nginx;
  readonly kiosks: readonly SimulatedKiosk[];
  readonly random: Random;
  readonly syncReal: () => Promise<void>;
  readonly syncTerminal: () => Promise<TerminalSync>;
}

/**
 * A thousand kiosks against a real nginx: requests and bytes per kiosk as nginx logged them, and
 * what follows for a nation. One of the kiosks is the published tuf-js; the rest ask as it does,
 * and the run fails when they differ. Seed: `FLEET_SEED`, else random, printed.
 */
export async function benchFleet(): Promise<void> {
  const seed = Number(process.env.FLEET_SEED ?? Math.floor(Math.random() * 1e9));
  const work = mkdtempSync(join(tmpdir(), 'fleet-'));
  const publisher = publishDistrict(work, seed);
  const nginx = await startNginx(publisher.repositoryFolder, work);
  try {
    const random = seededRandom(seed);
    const kiosks = Array.from({ length: KIOSKS }, newSimulatedKiosk);
    const syncReal = realKiosk(join(work, 'tuf-js'), publisher.rootJson, nginx.origin);
    const syncTerminal = realTerminal(work, publisher.rootJson, nginx.origin);
    const fleet = { nginx, kiosks, random, syncReal, syncTerminal };
    const phases = await measurePhases(publisher, fleet);
    const rows = [...phases.values()].map(({ row }) => row);
    console.log(
      `${KIOSKS} kiosks, ${CERTIFICATES} certificates in lists of ${LIST_ENTRIES}, ${nginx.version}, seed ${seed}\n`,
    );
    console.log(
      [fleetTable(rows), goalTable(phases), nationTable(rows)]
        .concat(listSizeTable(seed), listCostTables(seed))
        .join('\n\n'),
    );
  } finally {
    nginx.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

async function measurePhases(
  publisher: FleetPublisher,
  fleet: Fleet,
): Promise<ReadonlyMap<string, Phase>> {
  const phases: readonly (readonly [string, () => unknown])[] = [
    ['first synchronisation', () => {}],
    ['nothing changed', () => publisher.refresh()],
    ['one certificate withdrawn', () => publisher.withdrawOne(4_321)],
    [
      'policy changed',
      () =>
        publisher.publish({
          policy: (policy) => ({ ...policy, services: policy.services.slice(1) }),
        }),
    ],
    ['root rotated', () => publisher.rotateRoot()],
  ];
  const measured = new Map<string, Phase>();
  for (const [what, change] of phases) {
    change();
    const row = await measurePhase(what, fleet);
    const terminal = await fleet.syncTerminal();
    await fleet.nginx.takeLog(terminal.requests);
    measured.set(what, { row, terminal });
  }
  return measured;
}

async function measurePhase(what: string, fleet: Fleet): Promise<FleetRow> {
  const { nginx, kiosks, random, syncReal } = fleet;
  const started = performance.now();
  const syncs = kiosks.map(async (kiosk) => {
    await sleep(random() * JITTER_MS);
    const begun = performance.now();
    const requests = await simulateSync(kiosk, nginx.origin);
    return { requests, milliseconds: performance.now() - begun };
  });
  const results = await Promise.race([Promise.all(syncs), deadline(what)]);
  const seconds = (performance.now() - started) / 1_000;
  const requests = results.reduce((sum, result) => sum + result.requests, 0);
  const log = await nginx.takeLog(requests);
  await syncReal();
  const realLog = await nginx.takeLog(requests / kiosks.length);
  requireSameRequests(what, log, realLog);
  const milliseconds = results.map((result) => result.milliseconds).sort((a, b) => a - b);
  return {
    what,
    requests: requests / kiosks.length,
    sent: sum(log, 'requestBytes') / kiosks.length,
    received: sum(log, 'responseBytes') / kiosks.length,
    files: sum(log, 'fileBytes') / kiosks.length,
    perSecond: requests / seconds,
    p95: milliseconds[Math.floor(milliseconds.length * 0.95)] ?? 0,
  };
}

function sum(
  log: readonly LoggedAnswer[],
  field: 'requestBytes' | 'responseBytes' | 'fileBytes',
): number {
  return log.reduce((total, answer) => total + answer[field], 0);
}

// The simulation stands or falls with this: the published client asks for the same files.
function requireSameRequests(
  what: string,
  log: readonly LoggedAnswer[],
  realLog: readonly LoggedAnswer[],
): void {
  const pathsOf = (answers: readonly LoggedAnswer[]) => answers.map(({ path }) => path).sort();
  const simulated = [...new Set(pathsOf(log.filter((line) => line.userAgent === SIMULATED_AGENT)))];
  const real = pathsOf(realLog);
  if (simulated.join() !== real.join())
    throw new Error(`${what}: tuf-js asks for ${real.join(', ')}, not ${simulated.join(', ')}`);
}

async function deadline(what: string): Promise<never> {
  await sleep(PHASE_DEADLINE_MS, undefined, { ref: false });
  throw new Error(`${what}: not done after ${PHASE_DEADLINE_MS} ms`);
}
