import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AXES } from './frames/axes.ts';
import { sequences } from './frames/sequence.ts';
import { INSTALL_PEERS, loadPeers } from './peers/load-peers.ts';
import { runEndurance } from './scan-endurance.ts';
import { plotAxis } from './scan-plot.ts';
import {
  type BenchReader,
  ours,
  SHIPPED_BUDGET_MS,
  ZXING_BROWSER,
  ZXING_WASM_ALL_ON,
  ZXING_WASM_HARDER,
} from './scan-readers.ts';
import {
  keepSlice,
  keptSlices,
  parseSlice,
  type Shelf,
  type Slice,
  sliceOf,
} from './scan-slice.ts';
import { curvesOf, joinStills, runStills, type StillResults, stillTable } from './scan-stills.ts';
import { joinVideos, runVideos, videoTable } from './scan-videos.ts';

/** The set passes were chosen on. Nothing may be tuned on the other one. */
const TUNED_SEED = 11;
const HELD_OUT_SEED = 20_261_123;
const VIDEO_SEED = 977;

/**
 * The reader against its peers on frames and videos drawn from seeds. Environment: `SCAN_PART`
 * (`tuned`, `held-out`, `video` or `endurance`; all of them when it is not set), `SCAN_REPEATS`
 * (frames per step and size), `SCAN_SEQUENCES`, `SCAN_PEERS` (folder in whose `node_modules` more
 * peers are installed), `SCAN_PLOTS` (folder for the SVG plots), `SCAN_SLICE` (such as `2/5`, a
 * fifth of a set), `SCAN_RESULTS` (folder in which slices are kept, to be added up) and `SCAN_REPORT`
 * (only add up what was kept). Times are processor time.
 */
export async function benchScan(): Promise<void> {
  if (isAskedFor('tuned')) await benchStills('tuned', TUNED_SEED);
  if (isAskedFor('held-out')) await benchStills('held-out', HELD_OUT_SEED);
  if (isAskedFor('video')) await benchVideos();
  if (isAskedFor('endurance')) {
    console.log('\n## Scans in a row\n');
    console.log(await runEndurance(ours('ours', SHIPPED_BUDGET_MS), 10_000));
  }
}

type Part = 'tuned' | 'held-out' | 'video' | 'endurance';

function isAskedFor(part: Part): boolean {
  return [undefined, '', part].includes(process.env.SCAN_PART);
}

async function benchStills(set: 'tuned' | 'held-out', seed: number): Promise<void> {
  const repeats = numberFrom('SCAN_REPEATS', 1);
  const slice = parseSlice(process.env.SCAN_SLICE);
  const shelf = { folder: process.env.SCAN_RESULTS, set: `${set}-${repeats}` };
  const run = async () => runStills({ seed, repeats, slice }, await stillReaders());
  const results = joinStills(await measured(shelf, slice, run));
  console.log(`\n## Single frames, ${set} (seed ${seed}, ${results.rows.length} frames)\n`);
  console.log(stillTable(results));
  const folder = process.env.SCAN_PLOTS;
  if (folder && set === 'held-out') writePlots(folder, results);
}

async function stillReaders(): Promise<readonly BenchReader[]> {
  return [
    ours('ours, all attempts', Number.POSITIVE_INFINITY),
    ours(`ours, ${SHIPPED_BUDGET_MS} ms as shipped`, SHIPPED_BUDGET_MS),
    ...[ZXING_WASM_ALL_ON, ZXING_WASM_HARDER, ZXING_BROWSER, ...(await installedPeers())],
  ];
}

/** This slice's results and those that were kept of others; with `SCAN_REPORT` only the latter. */
async function measured<T>(
  shelf: Shelf,
  slice: Slice,
  run: () => Promise<T>,
): Promise<readonly T[]> {
  if (process.env.SCAN_REPORT) return keptSlices<T>(shelf);
  const result = await run();
  keepSlice(shelf, slice, result);
  return shelf.folder ? keptSlices<T>(shelf) : [result];
}

async function benchVideos(): Promise<void> {
  const count = numberFrom('SCAN_SEQUENCES', 10);
  const policies = [
    { name: 'ours', reader: ours('ours', SHIPPED_BUDGET_MS), pauseMs: 0, takesNewest: true },
    {
      name: 'ours, each frame by itself',
      reader: ours('ours', SHIPPED_BUDGET_MS, false),
      pauseMs: 0,
      takesNewest: true,
    },
    { name: 'zxing-wasm all on, every frame', reader: ZXING_WASM_ALL_ON, pauseMs: 0 },
    { name: '@zxing/browser, delay 0', reader: ZXING_BROWSER, pauseMs: 0 },
    { name: '@zxing/browser, its 500 ms', reader: ZXING_BROWSER, pauseMs: 500 },
  ];
  const slice = parseSlice(process.env.SCAN_SLICE);
  const chosen = sliceOf(sequences(VIDEO_SEED, count), slice).map(([, sequence]) => sequence);
  const shelf = { folder: process.env.SCAN_RESULTS, set: `video-${count}` };
  const run = async () => runVideos(chosen, policies, await installedPeers());
  const results = joinVideos(await measured(shelf, slice, run));
  const played = `${results.firstReads.length} sequences of 1.5 s`;
  console.log(`\n## Video (seed ${VIDEO_SEED}, ${played})\n`);
  console.log(videoTable(results));
}

async function installedPeers(): Promise<readonly BenchReader[]> {
  const { readers, missing } = await loadPeers();
  if (missing.length > 0) {
    console.log(`left out: ${missing.join(', ')}; they come with \`${INSTALL_PEERS}\``);
  }
  return readers;
}

function writePlots(folder: string, results: StillResults): void {
  mkdirSync(folder, { recursive: true });
  for (const axis of AXES) {
    writeFileSync(
      join(folder, `scan-${axis.name}.svg`),
      plotAxis(axis, curvesOf(results, axis.name)),
    );
  }
}

function numberFrom(variable: string, fallback: number): number {
  const value = Number(process.env[variable] ?? fallback);
  return Number.isInteger(value) && value > 0 ? value : fallback;
}
