import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { projectRoot } from './project-folders.ts';

/**
 * `npm test`: first the tests of the parts, then those of the packaged program, one after the
 * other, because a camera needs a quiet machine. Arguments go to the test runner. The last line
 * counts what passed and failed; the exit status is 0 only when nothing failed.
 */

const PROJECTS = ['parts', 'program'] as const;
const resultFolder = join(projectRoot, '.cache', 'test-results');

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

rmSync(resultFolder, { recursive: true, force: true });
mkdirSync(resultFolder, { recursive: true });
// Without it the tests of the portal fail, and say what to install; the others go on.
await ensureChromium().catch((error: unknown) => console.error(String(error)));
const counts: Count[] = [];
for (const project of PROJECTS) counts.push(await runProject(project));

const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

async function runProject(project: (typeof PROJECTS)[number]): Promise<Count> {
  console.log(`\n== tests of the ${project} ==`);
  const resultFile = join(resultFolder, `${project}.json`);
  const runner = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
  const args = [runner, 'run', '--project', project, ...reporters, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  const [exitCode] = await once(child, 'exit');
  return readCount(resultFile, exitCode === 0);
}

/** What the runner counted. A run that failed without a failing test still counts as one failure. */
function readCount(resultFile: string, succeeded: boolean): Count {
  let result: { numPassedTests: number; numFailedTests: number; numPendingTests: number };
  try {
    result = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    // The runner ended before it could write anything; what it printed stands above.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = Math.max(result.numFailedTests, succeeded ? 0 : 1);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}
