import { AXES, frameSet } from './frames/axes.ts';
import { drawEmptyFrame, drawFrame } from './frames/draw-frame.ts';
import type { TestFrame } from './frames/frame-spec.ts';
import { greyToRgba } from './frames/sensor.ts';
import { processorMs } from './processor-time.ts';
import type { Curve } from './scan-plot.ts';
import type { BenchFrame, BenchReader } from './scan-readers.ts';
import { type Slice, sliceOf } from './scan-slice.ts';

/** What one reader made of one frame. */
interface Attempt {
  readonly isHit: boolean;
  readonly isFalse: boolean;
  readonly milliseconds: number;
}

/** One frame of a set and what all readers made of it, in their order. */
interface Row {
  readonly axis: string;
  readonly step: number;
  readonly attempts: readonly Attempt[];
}

/** The results of all readers on one set of single frames. */
export interface StillResults {
  readonly readers: readonly Pick<BenchReader, 'name' | 'isOurs'>[];
  readonly rows: readonly Row[];
  /** Frames of the hall alone. */
  readonly emptyRows: readonly Row[];
}

/** Which frames are shown. */
export interface StillSet {
  readonly seed: number;
  readonly repeats: number;
  readonly slice: Slice;
}

/** Shows every frame of a set to every reader; who begins changes from frame to frame. */
export async function runStills(
  { seed, repeats, slice }: StillSet,
  readers: readonly BenchReader[],
): Promise<StillResults> {
  const rows: Row[] = [];
  const emptyRows: Row[] = [];
  for (const [index, { axis, step, spec }] of sliceOf(frameSet(seed, repeats), slice)) {
    rows.push({ axis, step, attempts: await showToAll(drawFrame(spec), readers, index) });
    if (index % 8 !== 0) continue;
    const attempts = await showToAll(drawEmptyFrame(spec), readers, index);
    emptyRows.push({ axis: 'empty', step: 0, attempts });
  }
  return { readers: readers.map(({ name, isOurs }) => ({ name, isOurs })), rows, emptyRows };
}

/** The results of several slices of one set as one. */
export function joinStills(slices: readonly StillResults[]): StillResults {
  return {
    readers: slices[0]?.readers ?? [],
    rows: slices.flatMap(({ rows }) => rows),
    emptyRows: slices.flatMap(({ emptyRows }) => emptyRows),
  };
}

async function showToAll(
  frame: TestFrame,
  readers: readonly BenchReader[],
  turn: number,
): Promise<readonly Attempt[]> {
  const shown: BenchFrame = { ...frame, rgba: greyToRgba(frame.luma) };
  const attempts: Attempt[] = [];
  for (let count = 0; count < readers.length; count += 1) {
    const index = (count + turn) % readers.length;
    const read = readers[index]?.start();
    if (read === undefined) continue;
    const start = processorMs();
    const text = await read(shown);
    const milliseconds = processorMs() - start;
    const isHit = text !== undefined && text === frame.text;
    attempts[index] = { isHit, isFalse: text !== undefined && !isHit, milliseconds };
  }
  return attempts;
}

/** The results as a table: share read, false reads, and times. */
export function stillTable({ readers, rows, emptyRows }: StillResults): string {
  const lines = readers.map(({ name }, index) => {
    const own = rows.map(({ attempts }) => attempts[index]);
    const hits = own
      .filter((attempt) => attempt?.isHit)
      .map((attempt) => attempt?.milliseconds ?? 0);
    const all = own.map((attempt) => attempt?.milliseconds ?? 0);
    const empty = emptyRows.map(({ attempts }) => attempts[index]);
    const falseReads = [...own, ...empty].filter((attempt) => attempt?.isFalse).length;
    const cells = [
      percent(hits.length / own.length),
      falseReads,
      ms(hits, 0.5),
      ms(hits, 0.95),
      ms(all, 0.95),
      ms(
        empty.map((attempt) => attempt?.milliseconds ?? 0),
        0.5,
      ),
    ];
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return [
    '| reader | read | false | median hit | p95 hit | p95 all | median empty |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    `| all peers together | ${percent(unionShare(readers, rows))} | | | | | |`,
  ].join('\n');
}

function unionShare(readers: StillResults['readers'], rows: readonly Row[]): number {
  const read = rows.filter(({ attempts }) =>
    attempts.some((attempt, index) => attempt.isHit && readers[index]?.isOurs === false),
  );
  return read.length / rows.length;
}

/** Every reader's curve along one axis. */
export function curvesOf(results: StillResults, axisName: string): readonly Curve[] {
  const steps = AXES.find(({ name }) => name === axisName)?.steps ?? [];
  return results.readers.map(({ name, isOurs }, index) => ({
    name,
    isOurs,
    shares: steps.map((step) => {
      const rows = results.rows.filter((row) => row.axis === axisName && row.step === step);
      return rows.filter(({ attempts }) => attempts[index]?.isHit).length / rows.length;
    }),
  }));
}

/** The value below which this share of the others lies, in milliseconds. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function ms(values: readonly number[], share: number): string {
  return `${quantile(values, share).toFixed(1)} ms`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
