import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { AuditFolder } from './audit-folder.ts';

const KILLS = 30;
const SEED = 20_261_126;
/** Kills happen up to this long after the first entry: some hundred entries. */
const WINDOW_MS = 40;

const log = new AuditFolder();
const program = join(log.root, 'program');
// Bundled once: thirty starts from the sources would take a minute.
beforeAll(async () => {
  await build({
    ...{ configFile: false, logLevel: 'silent' },
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: join(import.meta.dirname, 'kill-loop.ts'), outDir: program },
  });
  writeFileSync(join(program, 'package.json'), '{"type":"module"}');
}, 60_000);
afterAll(() => log.remove());

/** Runs the process, kills it some time after its first entry, and gives the numbers it named. */
async function runAndKill(afterMs: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [join(program, 'kill-loop.js'), log.folder]);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const began = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      resolve();
    });
  });
  const ended = once(child, 'close');
  await Promise.race([began, ended]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await ended;
  expect(errors).toBe('');
  // The last line may be cut off, too.
  return output.split('\n').slice(0, -1).map(Number);
}

describe('kill -9', () => {
  it(`${KILLS} times at random moments loses nothing that was written (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    let torn = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const named = await runAndKill(random() * WINDOW_MS);
      const report = verifyLog(log.folder);
      expect(report.fault, `kill ${kill}`).toBeUndefined();
      expect(report.last?.sequence, `kill ${kill}`).toBeGreaterThanOrEqual(named.at(-1) ?? 1);
      // A process dies between two writes; only power or a full disk cuts one in half.
      if (kill % 3 !== 0) continue;
      appendFileSync(log.path(log.files.at(-1) ?? ''), '{"sequence":');
      torn += 1;
    }
    await (await log.open()).close();
    const report = verifyLog(log.folder);
    expect(report.fault).toBeUndefined();
    expect(report.torn).toHaveLength(torn);
    expect(report.entries).toBeGreaterThan(KILLS);
  });
});
