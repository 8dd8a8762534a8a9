import { drawFrame } from './frames/draw-frame.ts';
import { greyToRgba } from './frames/sensor.ts';
import { FRAMES_PER_SECOND, sequences } from './frames/sequence.ts';
import type { BenchFrame, BenchReader } from './scan-readers.ts';
import { quantile } from './scan-stills.ts';

const FRAME_MS = 1_000 / FRAMES_PER_SECOND;

/** How a reader is used on a video. */
export interface VideoPolicy {
  readonly name: string;
  readonly reader: BenchReader;
  /** Time it lets pass after each attempt. */
  readonly pauseMs: number;
}

/** When each policy read each sequence first, in milliseconds from the first frame. */
export interface VideoResults {
  readonly policies: readonly VideoPolicy[];
  /** `Infinity` where it never did; one row a sequence, one column a policy. */
  readonly firstReads: readonly (readonly number[])[];
}

/** Plays hard sequences to all policies as a camera would: a busy reader misses frames. */
export async function runVideos(
  seed: number,
  count: number,
  policies: readonly VideoPolicy[],
): Promise<VideoResults> {
  const firstReads: number[][] = [];
  for (const { frames } of sequences(seed, count)) {
    const drawn = frames.map((spec) => drawFrame(spec));
    const row: number[] = [];
    for (const policy of policies) row.push(await play(drawn, policy));
    firstReads.push(row);
  }
  return { policies, firstReads };
}

async function play(
  frames: readonly ReturnType<typeof drawFrame>[],
  { reader, pauseMs }: VideoPolicy,
): Promise<number> {
  const read = reader.start();
  let nowMs = 0;
  while (nowMs < frames.length * FRAME_MS) {
    const frame = frames[Math.floor(nowMs / FRAME_MS)];
    if (frame === undefined) break;
    const shown: BenchFrame = { ...frame, rgba: greyToRgba(frame.luma) };
    const start = performance.now();
    const text = await read(shown);
    nowMs += performance.now() - start;
    if (text === frame.text) return nowMs;
    // The next frame it can have is the first that comes after it is done.
    nowMs = Math.ceil((nowMs + pauseMs) / FRAME_MS) * FRAME_MS;
  }
  return Number.POSITIVE_INFINITY;
}

/** Share of the sequences read in time, and the median time to the first read. */
export function videoTable({ policies, firstReads }: VideoResults): string {
  const lines = policies.map(({ name }, index) => {
    const times = firstReads.map((row) => row[index] ?? Number.POSITIVE_INFINITY);
    const within = (limitMs: number) =>
      `${((100 * times.filter((time) => time <= limitMs).length) / times.length).toFixed(0)} %`;
    const median = quantile(times, 0.5);
    const shown = Number.isFinite(median) ? `${median.toFixed(0)} ms` : '> 1500 ms';
    return `| ${name} | ${within(500)} | ${within(1_000)} | ${within(1_500)} | ${shown} |`;
  });
  return ['| policy | 0.5 s | 1.0 s | 1.5 s | median |', '|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}
