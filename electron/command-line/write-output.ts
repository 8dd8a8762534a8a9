import { once } from 'node:events';
import { createWriteStream, openSync, renameSync, rmSync } from 'node:fs';
import { failure, type Result, success } from '../../shared/result.ts';
import { EXIT_BROKEN_PIPE } from './exit-status.ts';

/** Where verdicts go. */
export interface Output {
  /** Writes no faster than is read. */
  readonly write: (text: string) => Promise<void>;
  /** Nothing more follows. */
  readonly finish: () => Promise<void>;
  /** The run broke off: what was written counts for nothing. */
  readonly discard: () => void;
}

/** Writes to standard output, and ends quietly when nobody reads any more. */
export function openStandardOutput(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `verify … | head`: the verdicts that were not read are no success.
    if (error.code === 'EPIPE') process.exit(EXIT_BROKEN_PIPE);
    throw error;
  });
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  return { write, finish: async () => {}, discard: () => {} };
}

/** What the system said about a file that cannot be written. */
export class OutputError extends Error {}

/**
 * Writes a file that appears under its name when it is whole. The failure is a sentence; later ones
 * (a full disk) are thrown as `OutputError`.
 */
export function openOutputFile(file: string): Result<Output, string> {
  const draft = `${file}.part`;
  let descriptor: number;
  try {
    descriptor = openSync(draft, 'w');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failure(sentence(file, error));
  }
  const stream = createWriteStream(draft, { fd: descriptor });
  let broken: Error | undefined;
  stream.on('error', (error) => {
    broken = error;
  });
  const throwIfBroken = (): void => {
    if (broken !== undefined) throw new OutputError(sentence(file, broken));
  };
  return success({
    write: async (text) => {
      throwIfBroken();
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
    },
    finish: async () => {
      stream.end();
      if (!stream.closed) await once(stream, 'close');
      throwIfBroken();
      renameSync(draft, file);
    },
    discard: () => {
      stream.destroy();
      rmSync(draft, { force: true });
    },
  });
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function sentence(file: string, error: Error): string {
  return `${file} cannot be written: ${error.message}`;
}
