import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeFetch } from '../../electron/trust/fetch-with-node.ts';
import { startNodeProcess } from '../../electron/trust/sync-process-node.ts';
import { runSync, type SyncOutcome, type SyncProcess } from '../../electron/trust/sync-runner.ts';
import { openTrustStore, type TrustStore } from '../../electron/trust/trust-store.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { openTestRepositoryCopies, type TestRepository } from '../world/test-repository.ts';
import { TEST_NOW } from '../world/test-world.ts';
import { buildProgram } from './built-program.ts';
import { type MisbehavingServer, startMisbehavingServer } from './misbehaving-server.ts';

/** A terminal with a store of its own, and the office and server it synchronises with. */
export interface SyncScene {
  readonly office: TestRepository;
  readonly server: MisbehavingServer;
  readonly storeFolder: string;
  readonly certificate: string;
  sync(change?: SyncChange): Promise<SyncOutcome>;
  /** Opens the store as a start of the program does. */
  openStore(): Promise<TrustStore>;
  /** Code of the verdict about the good certificate, with what is held after a fresh start. */
  scan(now?: EpochSeconds): Promise<string>;
  /** Every file of the generations, by path, with its bytes in hexadecimal. */
  generations(): ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** What one synchronisation of a test has of its own. */
export interface SyncChange {
  readonly now?: EpochSeconds;
  readonly url?: URL;
  readonly deadlineMs?: number;
  readonly stallMs?: number;
  readonly start?: () => SyncProcess;
}

const GENEROUS_MS = 20_000;

const makeOffice = openTestRepositoryCopies();

const ENTRY = join(import.meta.dirname, '../../electron/trust/sync-process.ts');
let program: string | undefined;

/** Makes the scene. Nothing has been synchronised yet. */
export async function openSyncScene(tls = false): Promise<SyncScene> {
  const folder = mkdtempSync(join(tmpdir(), 'trust-sync-'));
  program ??= await buildProgram(ENTRY);
  const office = makeOffice(join(folder, 'office'));
  const server = await startMisbehavingServer(office.repositoryFolder, tls);
  const storeFolder = join(folder, 'store');
  const { rootJson } = office;
  const certificate = office.world.issue();
  const openStore = () => openTrustStore({ folder: storeFolder, rootJson });
  return {
    ...{ office, server, storeFolder, certificate, openStore },
    sync: (change = {}) => {
      const { now = TEST_NOW, url = server.url, stallMs = GENEROUS_MS } = change;
      return runSync({
        task: { folder: storeFolder, rootJson, now },
        start: change.start ?? (() => startNodeProcess(program)),
        port: createNodeFetch({ repository: url, stallMs }),
        deadlineMs: change.deadlineMs ?? GENEROUS_MS,
        tell: () => undefined,
      });
    },
    scan: async (now = TEST_NOW) => {
      const store = await openStore();
      return checkScan(certificate, store.current()?.bundle, now, { recentlyPresented: new Set() })
        .code;
    },
    generations: () => readTree(storeFolder, /^gen-/),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let held: string | undefined;

/**
 * Makes a scene whose terminal holds what the office published first. The offices of all scenes have
 * published the same, so it is fetched once and copied.
 */
export async function openSynchronisedScene(): Promise<SyncScene> {
  const scene = await openSyncScene();
  if (held === undefined) {
    const outcome = await scene.sync();
    if (!outcome.ok) throw new Error(outcome.failure.code);
    scene.server.takeRequests();
    held = mkdtempSync(join(tmpdir(), 'held-store-'));
    cpSync(scene.storeFolder, held, { recursive: true });
  } else {
    cpSync(held, scene.storeFolder, { recursive: true });
  }
  return scene;
}

function readTree(folder: string, wanted: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile() && wanted.test(path))
      found.set(path, readFileSync(join(folder, path)).toString('hex'));
  }
  return found;
}
