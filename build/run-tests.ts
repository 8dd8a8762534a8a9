import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { type PreparedProgram, prepareProgram } from './prepare-program.ts';
import { projectRoot } from './project-folders.ts';
import type { TestCount } from './test-count.ts';
import { runTestGroup, type TestGroup } from './test-group.ts';

/**
 * `npm test`: the tests of the program, and beside them two groups of tests of its parts, which give way
 * to them: tests of a program often wait for it, and leave half of a machine with two cores to others.
 * Beside those with a camera never another that starts the program, because a camera needs a machine that
 * keeps up.
 * Arguments go to the test runner. What failed is said once more at the end, and the last line counts
 * what passed and failed; the exit status is 0 only when nothing failed.
 */

/** A project's tests in pieces, so that there is always something left for the core that is free. */
const inPieces = (project: TestGroup['project'], of: number): TestGroup[] =>
  Array.from({ length: of }, (_, index) => ({ project, piece: { index: index + 1, of } }));

const resultFolder = join(projectRoot, '.cache', 'test-results');
rmSync(resultFolder, { recursive: true, force: true });
mkdirSync(resultFolder, { recursive: true });
// Without it the tests of the portal fail, and say what to install; the others go on.
await ensureChromium().catch((error: unknown) => console.error(String(error)));

const counts: TestCount[] = [];
const pieces = inPieces('parts', 6);
// The last takes longest: not beside the camera's tests, which leave it little of the machine, and not at
// the end, where all others would wait for it.
const parts = [...pieces.slice(0, 2), ...pieces.slice(2).reverse()];
const screens = inPieces('screens', 4);
const camera = prepare().then(async (program) => {
  await run({ project: 'camera' }, program);
  return program;
});
const others = [runAll(parts), runAll(parts)];
const program = await camera;
// Whoever is through with the one kind goes on with the other: at the end, too, nobody stands idle.
await Promise.all([
  runAll(screens, program).then(() => runAll(parts)),
  ...others.map((other) => other.then(() => runAll(screens, program))),
]);

const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
  counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
// A filter that no test answers to is a mistake, not a success.
const failed = sum('failed') + (sum('passed') + sum('failed') + sum('skipped') === 0 ? 1 : 0);
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`FAILED ${failure}`);
console.log(`${sum('passed')} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

/** The program for its tests; without it they try again, and say why it cannot be. */
async function prepare(): Promise<PreparedProgram | undefined> {
  try {
    return await prepareProgram();
  } catch (error) {
    console.error(String(error));
    return undefined;
  }
}

async function run(group: TestGroup, prepared?: PreparedProgram): Promise<void> {
  const runnerArguments = process.argv.slice(2);
  counts.push(await runTestGroup(group, { resultFolder, prepared, runnerArguments }));
}

/** Takes one group after the other that nobody else has taken. */
async function runAll(waiting: TestGroup[], prepared?: PreparedProgram): Promise<void> {
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    await run(group, prepared);
  }
}
