import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { VerdictSchema } from '../../shared/verify/verdict.ts';

const ENTRY = join(import.meta.dirname, '../../electron/command-line/verify.ts');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user would: as a process of its own. */
export async function runVerify(
  args: readonly string[],
  standardInput: string | Uint8Array = '',
): Promise<Run> {
  const child = spawn(process.execPath, [ENTRY, ...args]);
  // A program that ends before it has read everything closes the pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(standardInput);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

const LineExtras = v.looseObject({
  input: v.string(),
  page: v.exactOptional(v.number()),
  error: v.exactOptional(v.strictObject({ code: v.string(), message: v.string() })),
});

/** What a test looks at in one line of output. */
export interface Line {
  readonly input: string;
  readonly page?: number;
  readonly code: string;
  readonly kind?: string;
  readonly error?: string;
}

/** Parses the lines of `--json`; throws unless each is a complete verdict and nothing else. */
export function parseLines(stdout: string): Line[] {
  const lines = stdout.split('\n');
  if (lines.pop() !== '') throw new Error('the last line does not end');
  return lines.map((line) => {
    const { input, page, error, ...rest } = v.parse(LineExtras, JSON.parse(line));
    const verdict = v.parse(VerdictSchema, rest);
    return {
      input,
      code: verdict.code,
      ...(page === undefined ? {} : { page }),
      ...('kind' in verdict ? { kind: verdict.kind } : {}),
      ...(error === undefined ? {} : { error: error.code }),
    };
  });
}
