import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';

/** When to kill: some milliseconds after a file is there. */
export interface Moment {
  readonly begun: string;
  readonly afterMs: number;
}

export interface Killed {
  readonly stdout: string;
  readonly stderr: string;
  /** False when the command was done before. */
  readonly wasKilled: boolean;
  /** Milliseconds that it worked after it had begun. */
  readonly workedMs: number;
}

/** Starts a command and ends it the hard way a while after it began its work. */
export async function runAndKill(
  args: readonly string[],
  { begun, afterMs }: Moment,
): Promise<Killed> {
  rmSync(begun, { force: true });
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    text.stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    text.stderr += data;
  });
  const closed = once(child, 'close');
  while (!existsSync(begun) && child.exitCode === null) await sleep(1);
  const start = performance.now();
  await Promise.race([closed, sleep(afterMs, undefined, { ref: false })]);
  child.kill('SIGKILL');
  await closed;
  const workedMs = performance.now() - start;
  return { ...text, wasKilled: child.signalCode === 'SIGKILL', workedMs };
}

/** Runs a command to its end, which has to be a good one, and gives its working time in milliseconds. */
export async function workingTime(args: readonly string[], begun: string): Promise<number> {
  const { workedMs, wasKilled, stderr } = await runAndKill(args, { begun, afterMs: 60_000 });
  expect({ wasKilled, stderr }).toEqual({ wasKilled: false, stderr: '' });
  return workedMs;
}

/** Runs a command to its end, which has to be a good one. */
export function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}
