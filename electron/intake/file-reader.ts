import * as v from 'valibot';
import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { failure, success } from '../../shared/result.ts';
import type { FoundCode, ReadFile } from '../reading/read-file.ts';
import { FromReader } from '../reading/reader-messages.ts';
import { selectCodes } from '../reading/select-codes.ts';
import { READER_PATIENCE, type ReaderPatience, type ReaderProcess } from './reader-process.ts';

/** Finds the codes in files of strangers; always ends, whatever is in them. */
export interface FileReader {
  /** Files are read one after the other, however many are asked for at once. */
  read(bytes: Uint8Array): Promise<ReadFile>;
  /** Ends the process; the next file starts another. */
  close(): void;
}

/**
 * Reads files in a process of its own, started with the first file and kept for the next. Decoders
 * of pictures and documents are large and meet hostile files here: whatever one does to them
 * (endless loop, exhausted memory, crash) costs this one file, and what was found before is kept.
 */
export function createFileReader(
  start: () => ReaderProcess,
  patience: ReaderPatience = READER_PATIENCE,
): FileReader {
  let session: ReaderSession | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const close = (): void => {
    clearTimeout(idle);
    session?.process.kill();
    session = undefined;
  };
  const readNow = async (bytes: Uint8Array): Promise<ReadFile> => {
    clearTimeout(idle);
    session ??= openSession(start());
    const { answer, isUsable } = await readIn(session, bytes, patience);
    // A process that failed once may be in any state.
    if (!isUsable) close();
    else idle = setTimeout(close, patience.idleMs).unref();
    return answer;
  };
  const read = (bytes: Uint8Array): Promise<ReadFile> => {
    const next = last.then(() => readNow(bytes));
    last = next;
    return next;
  };
  return { read, close };
}

/** A running process, and who listens to it at the moment. */
interface ReaderSession {
  readonly process: ReaderProcess;
  isReady: boolean;
  hear: (said: unknown) => void;
}

const EXITED = Symbol('exited');

const WATCH_MS = 50;

function openSession(process: ReaderProcess): ReaderSession {
  const session: ReaderSession = { process, isReady: false, hear: () => undefined };
  process.onMessage((message) => session.hear(message));
  process.onExit(() => session.hear(EXITED));
  return session;
}

interface Reading {
  readonly answer: ReadFile;
  readonly isUsable: boolean;
}

function readIn(
  session: ReaderSession,
  bytes: Uint8Array,
  patience: ReaderPatience,
): Promise<Reading> {
  return new Promise((resolve) => {
    const { process } = session;
    const found: FoundCode[] = [];
    let steppedAt = 0;
    let watch: NodeJS.Timeout | undefined;
    let whole: NodeJS.Timeout | undefined;
    const finish = (reading: Reading): void => {
      clearInterval(watch);
      clearTimeout(whole);
      session.hear = () => undefined;
      resolve(reading);
    };
    const breakOff = (code: FileRefusal): void =>
      finish({ answer: keepFound(found, code), isUsable: false });
    const begin = (): void => {
      session.isReady = true;
      steppedAt = process.worked();
      const stepMs = patience.stepMs(bytes.length);
      clearTimeout(whole);
      whole = setTimeout(breakOff, patience.fileMs, 'timed-out');
      const tellWork = () => process.send({ kind: 'worked', milliseconds: process.worked() });
      watch = setInterval(() => {
        if (process.worked() - steppedAt > stepMs) breakOff('timed-out');
        else tellWork();
      }, WATCH_MS);
      tellWork();
      process.send({ kind: 'file', bytes });
    };
    session.hear = (message) => {
      const said = v.safeParse(FromReader, message);
      if (!said.success) return breakOff('reader-failed');
      if (said.output.kind === 'ready') return begin();
      if (said.output.kind === 'done') {
        return finish({ answer: said.output.answer, isUsable: true });
      }
      found.push(...said.output.codes);
      steppedAt = process.worked();
    };
    if (session.isReady) begin();
    else whole = setTimeout(breakOff, patience.startMs, 'timed-out');
  });
}

/** What was found before it ended; the reason only where that is nothing. */
function keepFound(found: readonly FoundCode[], code: FileRefusal): ReadFile {
  const codes = selectCodes(found);
  return codes.length > 0 ? success({ codes, notices: ['not-all-looked-at'] }) : failure(code);
}
