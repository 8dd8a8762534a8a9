import { spawnSync } from 'node:child_process';

/** Runs a command of the issuing side as a user does. */
export function runAuthority(...args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['authority/cli.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
