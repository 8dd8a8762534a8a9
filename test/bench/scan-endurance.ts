import { frameSet } from './frames/axes.ts';
import { drawFrame } from './frames/draw-frame.ts';
import { greyToRgba } from './frames/sensor.ts';
import type { BenchReader } from './scan-readers.ts';

const SEED = 5;
/** Different frames, shown in turn; every one has a code, and not every one can be read. */
const DRAWN = 40;

/** Memory in use, in megabytes: of JavaScript, and of all else, the engine's among it. */
interface MemoryUse {
  readonly heap: number;
  readonly outside: number;
}

/** Shows one reader so many frames in a row and tells what its memory does meanwhile. */
export async function runEndurance(reader: BenchReader, scans: number): Promise<string> {
  const members = frameSet(SEED, 1);
  const stride = Math.floor(members.length / DRAWN);
  const frames = Array.from({ length: DRAWN }, (_, index) => {
    const member = members[index * stride];
    if (member === undefined) throw new RangeError('the set is smaller than that');
    const frame = drawFrame(member.spec);
    return { ...frame, rgba: greyToRgba(frame.luma) };
  });
  const read = reader.start();
  const lines = ['| scans | read | JavaScript | outside |', '|---|---|---|---|'];
  let hits = 0;
  for (let scan = 1; scan <= scans; scan += 1) {
    const frame = frames[scan % DRAWN];
    if (frame !== undefined && (await read(frame)) === frame.text) hits += 1;
    if (scan % (scans / 5) !== 0 && scan !== DRAWN) continue;
    const { heap, outside } = memoryUse();
    lines.push(`| ${scan} | ${hits} | ${heap.toFixed(0)} MB | ${outside.toFixed(0)} MB |`);
  }
  return lines.join('\n');
}

function memoryUse(): MemoryUse {
  // There when Node was started with --expose-gc; without it the figures swing with the collector.
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, outside: external / 2 ** 20 };
}
