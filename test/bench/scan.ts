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
import { curvesOf, runStills, stillTable } from './scan-stills.ts';
import { runVideos, videoTable } from './scan-videos.ts';

/** The set passes were chosen on. Nothing may be tuned on the other one. */
const TUNED_SEED = 11;
const HELD_OUT_SEED = 20_261_123;
const VIDEO_SEED = 977;

/**
 * The reader against its peers on frames and videos drawn from seeds. Environment: `SCAN_REPEATS`
 * (frames per step and size), `SCAN_SEQUENCES`, `SCAN_PLOTS` (folder for the SVG plots),
 * `SCAN_PEERS` (folder in whose `node_modules` more peers are installed), `SCAN_PART` (`tuned`,
 * `held-out`, `video` or `endurance`; all of them when it is not set). Times are processor time.
 */
export async function benchScan(): Promise<void> {
  const repeats = numberFrom('SCAN_REPEATS', 1);
  const peers = await loadPeers();
  if (peers.missing.length > 0) {
    console.log(`left out: ${peers.missing.join(', ')}; they come with \`${INSTALL_PEERS}\``);
  }
  const readers = [
    ours('ours, all attempts', Number.POSITIVE_INFINITY),
    ours(`ours, ${SHIPPED_BUDGET_MS} ms as shipped`, SHIPPED_BUDGET_MS),
    ...[ZXING_WASM_ALL_ON, ZXING_WASM_HARDER, ZXING_BROWSER, ...peers.readers],
  ];
  for (const [name, seed] of [
    ['tuned', TUNED_SEED],
    ['held-out', HELD_OUT_SEED],
  ] as const) {
    if (!isAskedFor(name)) continue;
    const results = await runStills(seed, repeats, readers);
    console.log(`\n## Single frames, ${name} (seed ${seed}, ${results.rows.length} frames)\n`);
    console.log(stillTable(results));
    const folder = process.env.SCAN_PLOTS;
    if (folder && seed === HELD_OUT_SEED) writePlots(folder, results);
  }
  if (isAskedFor('video')) await benchVideos(peers.readers);
  if (isAskedFor('endurance')) {
    console.log('\n## Scans in a row\n');
    console.log(await runEndurance(ours('ours', SHIPPED_BUDGET_MS), 10_000));
  }
}

function isAskedFor(part: 'tuned' | 'held-out' | 'video' | 'endurance'): boolean {
  return [undefined, '', part].includes(process.env.SCAN_PART);
}

async function benchVideos(peers: readonly BenchReader[]): Promise<void> {
  const count = numberFrom('SCAN_SEQUENCES', 10);
  const policies = [
    { name: 'ours', reader: ours('ours', SHIPPED_BUDGET_MS), pauseMs: 0 },
    { name: 'zxing-wasm all on, every frame', reader: ZXING_WASM_ALL_ON, pauseMs: 0 },
    { name: '@zxing/browser, delay 0', reader: ZXING_BROWSER, pauseMs: 0 },
    { name: '@zxing/browser, its 500 ms', reader: ZXING_BROWSER, pauseMs: 500 },
  ];
  const results = await runVideos(sequences(VIDEO_SEED, count), policies, peers);
  console.log(`\n## Video (seed ${VIDEO_SEED}, ${count} sequences of 1.5 s)\n`);
  console.log(videoTable(results));
}

function writePlots(folder: string, results: Awaited<ReturnType<typeof runStills>>): void {
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
