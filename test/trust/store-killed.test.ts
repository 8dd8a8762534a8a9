import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTrustStore } from '../../electron/trust/trust-store.ts';
import { realDisk } from '../../electron/trust/trust-store-disk.ts';
import { copyState } from '../../electron/trust/trust-store-staging.ts';
import { verifyRepositoryFolder } from '../../electron/trust/verify-repository.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { TEST_NOW } from '../world/test-world.ts';
import { buildProgram } from './built-program.ts';
import { openStoreKiosk, type StoreKiosk } from './store-kiosk.ts';

const KILLS = 300;
/** Kills happen within this many times the time of a first commit after the process is ready. */
const WINDOW_COMMITS = 1.2;
const STATES = 30;
/** Beyond it a process could run out of states before it is killed. */
const LAST_START = 15;

let kiosk: StoreKiosk;
let program: string;
let states: string;
let windowMs: number;

beforeAll(async () => {
  kiosk = openStoreKiosk();
  states = join(kiosk.folder, 'states');
  mkdirSync(states);
  writeFileSync(join(states, 'root.json'), kiosk.office.rootJson);
  await prepareStates();
  program = await buildProgram(join(import.meta.dirname, 'store-commit-loop.ts'));
}, 60_000);
afterAll(() => kiosk.close());

/** One folder for each timestamp version from the office's present one on. */
async function prepareStates(): Promise<void> {
  const { repositoryFolder: folder, rootJson } = kiosk.office;
  for (let index = 0; index < STATES; index++) {
    const verified = await verifyRepositoryFolder({ folder, rootJson, now: TEST_NOW });
    if (!verified.ok) throw new Error(verified.failure.code);
    const { timestamp } = verified.value.versions;
    await copyState(realDisk, { ...verified.value, folder }, join(states, String(timestamp)));
    kiosk.office.withdraw(index);
  }
}

/** Starts the process, kills it some time after it is ready, and gives the versions it named. */
async function runAndKill(storeFolder: string, afterMs: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [program, storeFolder, states, String(TEST_NOW)]);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      resolve();
    });
  });
  const ended = once(child, 'close');
  await Promise.race([ready, ended]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await ended;
  expect(errors).toBe('');
  return output.split('\n').filter(Boolean).map(Number);
}

/** Milliseconds from the moment such a process is ready until it has committed once. */
async function timeOfFirstCommit(): Promise<number> {
  const folder = join(kiosk.folder, 'measured');
  await startOverFrom(0, folder);
  const child = spawn(process.execPath, [program, folder, states, String(TEST_NOW)]);
  const times: number[] = [];
  for await (const chunk of child.stdout) {
    for (const _line of String(chunk).trim().split('\n')) times.push(performance.now());
    if (times.length > 1) break;
  }
  child.kill('SIGKILL');
  const [ready = 0, committed = 0] = times;
  return committed - ready;
}

describe('kill -9 in the middle of it', () => {
  it(`${KILLS} times: every start afterwards has a whole, verified bundle`, async () => {
    const random = seededRandom(20_261_123);
    windowMs = WINDOW_COMMITS * (await timeOfFirstCommit());
    const figures = { interrupted: 0, commits: 0, committedUnsaid: 0 };
    const lane = async (storeFolder: string): Promise<void> => {
      let held = 0;
      for (let kill = 0; kill < KILLS / 2; kill++) {
        held = await startOverFrom(held, storeFolder);
        const named = await runAndKill(storeFolder, random() * windowMs);
        // The process has repaired what the last one left: it starts with no less than that.
        expect(named[0]).toBeGreaterThanOrEqual(held);
        held = named.at(-1) ?? 0;
        figures.commits += named.length - 1;
        figures.interrupted += Number(readdirSync(storeFolder).includes('lock'));
        // Every other time the next process has to cope with what this one left.
        if (random() < 0.5) continue;
        const found = await inspect(storeFolder);
        expect(found).toBeGreaterThanOrEqual(held);
        figures.committedUnsaid += Number(found > held);
        held = found;
      }
    };
    await Promise.all([lane(join(kiosk.folder, 'store-a')), lane(join(kiosk.folder, 'store-b'))]);
    console.info(`${KILLS} kills: ${JSON.stringify(figures)}`);
    expect(figures.interrupted).toBeGreaterThan(KILLS / 2);
    // A minute on a machine of its own; beside all other tests, which it gives way to, several.
  }, 600_000);
});

/** Opens the store as a start does; the timestamp version it holds. */
async function inspect(storeFolder: string): Promise<number> {
  const store = await openTrustStore({ folder: storeFolder, rootJson: kiosk.office.rootJson });
  const current = store.current();
  expect(current).toMatchObject({ source: 'current', degraded: [] });
  expect(readdirSync(storeFolder).join(' ')).not.toMatch(/staging|assembly|lock|\.new/);
  return current?.versions.timestamp ?? 0;
}

/** A new store with the first state, when there are no states left for the old one. */
async function startOverFrom(held: number, storeFolder: string): Promise<number> {
  if (held > 0 && held <= LAST_START) return held;
  rmSync(storeFolder, { recursive: true, force: true });
  const store = await openTrustStore({ folder: storeFolder, rootJson: kiosk.office.rootJson });
  const staging = await store.beginStaging();
  if (!staging.ok) throw new Error(staging.failure.code);
  const [first = 0] = readdirSync(states)
    .map(Number)
    .filter(Boolean)
    .sort((a, b) => a - b);
  rmSync(staging.value.folder, { recursive: true });
  const source = join(states, String(first));
  cpSync(source, staging.value.folder, { recursive: true });
  const currentAsOf = { issuers: TEST_NOW, policy: TEST_NOW, status: TEST_NOW };
  const committed = await store.commit(staging.value, { currentAsOf, now: TEST_NOW });
  return committed.ok ? committed.value.versions.timestamp : 0;
}
