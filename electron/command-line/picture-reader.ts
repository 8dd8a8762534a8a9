import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { failure, type Result } from '../../shared/result.ts';
import { READ_TIMEOUT_MS, READER_HEAP_MEGABYTES } from './limits.ts';
import { type FoundCodes, PictureAnswerSchema, type PictureFile } from './picture-answer.ts';
import type { Unreadable, UnreadableCode } from './read-item.ts';

export type { PictureFile } from './picture-answer.ts';

/** Finds the codes in pictures and PDFs. */
export interface PictureReader {
  read(file: PictureFile): Promise<Result<FoundCodes, Unreadable>>;
  /** Ends the reader; without it the program would wait for more pictures. */
  close(): void;
}

/**
 * Reads pictures in a process of its own, started with the first picture and kept for the next.
 * Decoders of pictures and PDFs are large and meet hostile files here: whatever one does to them
 * (endless loop, exhausted memory, crash) costs this one input and not the run.
 */
export function createPictureReader(timeoutMs = READ_TIMEOUT_MS): PictureReader {
  let child: ChildProcess | undefined;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const read = async (file: PictureFile): Promise<Result<FoundCodes, Unreadable>> => {
    child ??= startProcess();
    const answer = await exchange(child, file, timeoutMs);
    // A process that failed once may be in any state.
    if (!answer.ok && ENDS_THE_PROCESS.includes(answer.failure.code)) close();
    return answer;
  };
  return { read, close };
}

function startProcess(): ChildProcess {
  return fork(join(import.meta.dirname, 'picture-process.ts'), [], {
    execArgv: [`--max-old-space-size=${READER_HEAP_MEGABYTES}`],
    serialization: 'advanced',
    // Libraries print warnings to standard output, which belongs to the verdicts.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

async function exchange(
  child: ChildProcess,
  file: PictureFile,
  timeoutMs: number,
): Promise<Result<FoundCodes, Unreadable>> {
  const over = new AbortController();
  const { signal } = over;
  // A process that ends while it is being written to says so by `exit`.
  child.send(file, () => {});
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => parseAnswer(message)),
      once(child, 'exit', { signal }).then(() => failure(READER_FAILED)),
      delay(timeoutMs, failure(timeLimit(timeoutMs)), { signal }),
    ]);
  } finally {
    over.abort();
  }
}

function parseAnswer(message: unknown): Result<FoundCodes, Unreadable> {
  const answer = v.safeParse(PictureAnswerSchema, message);
  return answer.success ? answer.output : failure(READER_FAILED);
}

const ENDS_THE_PROCESS: readonly UnreadableCode[] = ['reader-failed', 'time-limit'];

const READER_FAILED: Unreadable = {
  code: 'reader-failed',
  message: 'reading it ended abnormally',
};

function timeLimit(timeoutMs: number): Unreadable {
  return {
    code: 'time-limit',
    message: `reading it took longer than ${timeoutMs / 1_000} seconds`,
  };
}
