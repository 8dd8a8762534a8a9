import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { type PreparedProgram, prepareProgram } from './prepare-program.ts';
import { projectRoot } from './project-folders.ts';
import type { TestCount } from './test-count.ts';
import { runTestGroup, type TestGroup } from './test-group.ts';

/**
 * `npm test`: two groups of tests at a time, as a machine with two cores can bear; never two that
 * start the program, because a camera needs a machine that keeps up. Arguments go to the test
 * runner. What failed is said once more at the end, and the last line counts what passed and
 * failed; the exit status is 0 only when nothing failed.
 */

// In the order in which they are begun. The tests of the parts are cut into pieces, so that there
// is always something left for the core that is free.
const PIECES = 6;
const part = (index: number): TestGroup => ({ project: 'parts', piece: { index, of: PIECES } });
const GROUPS: readonly TestGroup[] = [
  { project: 'camera' },
  ...[1, 2, 3].map(part),
  { project: 'screens' },
  ...[4, 5, 6].map(part),
];
const AT_A_TIME = 2;

const resultFolder = join(projectRoot, '.cache', 'test-results');
rmSync(resultFolder, { recursive: true, force: true });
mkdirSync(resultFolder, { recursive: true });
// Without it the tests of the portal fail, and say what to install; the others go on.
await ensureChromium().catch((error: unknown) => console.error(String(error)));
// Likewise for those of the program, which try again and say why it cannot be.
const program = await prepareProgram().catch((error: unknown) => {
  console.error(String(error));
  return undefined;
});

const counts: TestCount[] = [];
const waiting = [...GROUPS];
await Promise.all(Array.from({ length: AT_A_TIME }, () => runWaiting(program)));

const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
  counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
// A filter that no test answers to is a mistake, not a success.
const failed = sum('failed') + (sum('passed') + sum('failed') + sum('skipped') === 0 ? 1 : 0);
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`FAILED ${failure}`);
console.log(`${sum('passed')} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

async function runWaiting(prepared: PreparedProgram | undefined): Promise<void> {
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    counts.push(
      await runTestGroup(group, {
        resultFolder,
        prepared,
        runnerArguments: process.argv.slice(2),
      }),
    );
  }
}
