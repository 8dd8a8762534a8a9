import { drawFrame } from './frames/draw-frame.ts';
import type { TestFrame } from './frames/frame-spec.ts';
import { greyToRgba } from './frames/sensor.ts';
import { FRAMES_PER_SECOND, type Sequence } from './frames/sequence.ts';
import { processorMs } from './processor-time.ts';
import type { BenchFrame, BenchReader } from './scan-readers.ts';
import { quantile } from './scan-stills.ts';

const FRAME_MS = 1_000 / FRAMES_PER_SECOND;
/** Slow peers are asked about every so many frames only; it is about whether any can read any. */
const ASK_EVERY = 5;

/** How a reader is used on a video. */
export interface VideoPolicy {
  readonly name: string;
  readonly reader: BenchReader;
  /** Time it lets pass after each attempt. */
  readonly pauseMs: number;
  /** Goes on at once with a frame that came while it read, as `renderer/scan/scan-loop.ts` does. */
  readonly takesNewest?: boolean;
}

/** When each policy read each sequence first, in milliseconds from the first frame. */
export interface VideoResults {
  readonly policies: readonly string[];
  /** `null` where it never did; one row a sequence, one column a policy. */
  readonly firstReads: readonly (readonly (number | null)[])[];
  /** For each sequence whether anybody could read any frame, peers given all the time they like. */
  readonly isReadable: readonly boolean[];
}

/** Plays hard sequences to all policies as a camera would: a busy reader misses frames. */
export async function runVideos(
  all: readonly Sequence[],
  policies: readonly VideoPolicy[],
  peers: readonly BenchReader[],
): Promise<VideoResults> {
  const firstReads: (number | null)[][] = [];
  const isReadable: boolean[] = [];
  for (const sequence of all) {
    const film = filmOf(sequence);
    const row: (number | null)[] = [];
    for (const policy of policies) row.push(await play(film, policy));
    firstReads.push(row);
    process.stderr.write(
      `${sequence.move}: ${row.map((time) => time?.toFixed(0) ?? '-').join(' ')}\n`,
    );
    // The slow peers have to be asked only where everybody else has failed.
    const wasRead = row.some((time) => time !== null);
    isReadable.push(wasRead || (await canAnyRead(film, peers)));
  }
  return { policies: policies.map(({ name }) => name), firstReads, isReadable };
}

/**
 * The frames of a sequence. All are drawn before anybody looks: drawing leaves so much to be cleared
 * away that whoever played first paid for it.
 */
interface Film {
  readonly length: number;
  readonly frame: (index: number) => BenchFrame & TestFrame;
}

function filmOf({ frames }: Sequence): Film {
  const drawn = frames.map(drawFrame);
  globalThis.gc?.();
  return {
    length: frames.length,
    frame: (index) => {
      const frame = drawn[index];
      if (frame === undefined) throw new RangeError(`The sequence has no frame ${index}.`);
      return { ...frame, rgba: greyToRgba(frame.luma) };
    },
  };
}

async function play(
  film: Film,
  { reader, pauseMs, takesNewest = false }: VideoPolicy,
): Promise<number | null> {
  const read = reader.start();
  let nowMs = 0;
  while (nowMs < film.length * FRAME_MS - 1) {
    const index = indexAt(nowMs);
    const frame = film.frame(index);
    const start = processorMs();
    const text = await read(frame);
    nowMs += processorMs() - start;
    if (text === frame.text) return nowMs;
    if (takesNewest && indexAt(nowMs) > index) continue;
    // The next frame it can have is the first that comes after it is done.
    nowMs = Math.ceil((nowMs + pauseMs) / FRAME_MS) * FRAME_MS;
  }
  return null;
}

/** The frame that the camera gave last. */
function indexAt(nowMs: number): number {
  return Math.floor(nowMs / FRAME_MS + 0.001);
}

async function canAnyRead(film: Film, peers: readonly BenchReader[]): Promise<boolean> {
  for (let index = 0; index < film.length; index += ASK_EVERY) {
    const frame = film.frame(index);
    for (const peer of peers) if ((await peer.start()(frame)) === frame.text) return true;
  }
  return false;
}

/** The results of several slices of one set as one. */
export function joinVideos(slices: readonly VideoResults[]): VideoResults {
  return {
    policies: slices[0]?.policies ?? [],
    firstReads: slices.flatMap(({ firstReads }) => firstReads),
    isReadable: slices.flatMap(({ isReadable }) => isReadable),
  };
}

/** Share of the sequences read in time, and the median time to the first read. */
export function videoTable({ policies, firstReads, isReadable }: VideoResults): string {
  const readable = firstReads.filter((_, index) => isReadable[index]);
  const lines = policies.map((name, index) => {
    const times = firstReads.map((row) => row[index] ?? Number.POSITIVE_INFINITY);
    const within = (limitMs: number) =>
      share(
        times.filter((time) => time <= limitMs),
        times,
      );
    const ofReadable = readable.filter((row) => (row[index] ?? null) !== null);
    const median = quantile(times, 0.5);
    const shown = Number.isFinite(median) ? `${median.toFixed(0)} ms` : '> 1500 ms';
    const cells = [within(500), within(1_000), within(1_500), shown, share(ofReadable, readable)];
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return [
    '| policy | 0.5 s | 1.0 s | 1.5 s | median | of those anybody can read |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  return `${((100 * part.length) / whole.length).toFixed(0)} %`;
}
