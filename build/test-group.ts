import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { PreparedProgram } from './prepare-program.ts';
import { projectRoot } from './project-folders.ts';
import { readTestCount, type TestCount } from './test-count.ts';

/** Tests that run one file after the other. */
export interface TestGroup {
  /** Name of the project in vite.config.ts. */
  readonly project: 'parts' | 'camera' | 'screens';
  /** A piece of the project's files; index from 1. Without it all of them. */
  readonly piece?: { readonly index: number; readonly of: number };
}

export interface TestGroupRun {
  /** Where the runner's report goes. */
  readonly resultFolder: string;
  /** The program the tests are to take; without it they prepare their own. */
  readonly prepared: PreparedProgram | undefined;
  /** More arguments for the test runner, for example names of files. */
  readonly runnerArguments: readonly string[];
}

/**
 * What tests spend on memory is mostly the system's work of handing it out, 4 KiB at a time: the slow
 * hashes of keys and passwords alone take thousands of such steps each. In large pages, and from one
 * common store, tests of keys cost three fifths. C libraries other than GNU's take no notice.
 */
const MEMORY_IN_LARGE_PAGES = 'glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1';

/** Runs a group; every line it prints is put out with the group's name in front. */
export async function runTestGroup(group: TestGroup, run: TestGroupRun): Promise<TestCount> {
  const { project, piece } = group;
  const name = piece === undefined ? project : `${project} ${piece.index}/${piece.of}`;
  const resultFile = join(run.resultFolder, `${name.replaceAll(/\W/g, '-')}.json`);
  const runner = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const shard = piece === undefined ? [] : [`--shard=${piece.index}/${piece.of}`];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
  const child = spawn(
    process.execPath,
    [
      ...[runner, 'run', '--project', project, ...shard, ...reporters],
      // Another group has the other core; names of files may all be another group's.
      ...['--maxWorkers=1', '--passWithNoTests', ...run.runnerArguments],
    ],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        GLIBC_TUNABLES: MEMORY_IN_LARGE_PAGES,
        ...(run.prepared && { PREPARED_PROGRAM: JSON.stringify(run.prepared) }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  // The program before its camera needs a machine that keeps up; these have time, and give way.
  if (project === 'parts' && child.pid !== undefined) {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  }
  putOut(child.stdout, process.stdout, name);
  putOut(child.stderr, process.stderr, name);
  const [exitCode] = await once(child, 'close');
  return readTestCount(resultFile, name, exitCode === 0);
}

function putOut(from: Readable, to: NodeJS.WriteStream, name: string): void {
  createInterface({ input: from }).on('line', (line) => to.write(`[${name}] ${line}\n`));
}
