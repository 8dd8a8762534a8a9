import { readdirSync, readFileSync } from 'node:fs';
import { createRandom } from '../../build/virtual-camera/seeded-random.ts';
import { createFileReader } from '../../electron/intake/file-reader.ts';
import { createWorkClock, residentMegabytes } from '../../electron/intake/process-figures.ts';
import { startNodeReader } from '../../electron/intake/start-node-reader.ts';
import type { ReadFile } from '../../electron/reading/read-file.ts';
import { drawPicture } from '../command-line/picture-file.ts';
import { makeHostileFiles } from '../intake/hostile-files.ts';
import { certificateText } from './frames/certificate-code.ts';
import { makeLargeFiles } from './intake/large-files.ts';
import { count, table } from './markdown-table.ts';

const SEED = 20_261_127;

/**
 * What files cost the process that reads them: those made to hurt, which ought to end in a refusal
 * within two seconds, and the largest that an office really has, which ought to be read. Linux only,
 * where a process's work and memory can be read from outside.
 */
export async function benchIntake(): Promise<void> {
  const text = certificateText(420, createRandom(SEED));
  const reader = createFileReader(startNodeReader);
  const picture = await drawPicture([text], 'image/png');
  // Starts the process, which is not what is measured.
  await reader.read(picture);
  const files = [
    { name: 'a picture of one megapixel', bytes: picture },
    ...(await makeHostileFiles()),
    ...(await makeLargeFiles(text, SEED)),
  ];
  const rows: string[][] = [];
  for (const { name, bytes } of files) {
    const end = watchReader();
    const started = performance.now();
    const answer = await reader.read(bytes);
    const seconds = (performance.now() - started) / 1_000;
    const { worked, megabytes } = end();
    const figures = [seconds.toFixed(2), (worked / 1_000).toFixed(2), count(megabytes)];
    rows.push([name, count(bytes.length / 1_000), wordsOf(answer), ...figures]);
  }
  reader.close();
  console.log(`seed ${SEED}, plain Node's reader; a desk's is a page of Chromium`);
  console.log(table(['file', 'KB', 'answer', 's', 's of work', 'MB at most'], rows));
}

function wordsOf(answer: ReadFile): string {
  if (!answer.ok) return answer.failure;
  const { codes, notices } = answer.value;
  return [`${codes.length} read`, ...notices].join(', ');
}

/** Looks at the reading process, whichever it is at the moment, until told to end. */
function watchReader() {
  const clocks = new Map<number, { readonly clock: () => number; readonly start: number }>();
  let megabytes = 0;
  const look = (): void => {
    for (const pid of childProcesses()) {
      if (!clocks.has(pid)) {
        const clock = createWorkClock(pid);
        clocks.set(pid, { clock, start: clock() });
      }
      clocks.get(pid)?.clock();
      megabytes = Math.max(megabytes, residentMegabytes(pid) ?? 0);
    }
  };
  look();
  const timer = setInterval(look, 10);
  return () => {
    clearInterval(timer);
    const works = [...clocks.values()].map(({ clock, start }) => clock() - start);
    return { worked: works.reduce((sum, work) => sum + work, 0), megabytes };
  };
}

function childProcesses(): readonly number[] {
  const tasks = readdirSync(`/proc/${process.pid}/task`);
  const lists = tasks.map((task) =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, 'latin1').split(' '),
  );
  return lists
    .flat()
    .filter((pid) => pid !== '')
    .map(Number);
}
