import { type Result, success, unreachable } from '../../shared/result.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { createFileReader } from '../intake/file-reader.ts';
import { startNodeReader } from '../intake/start-node-reader.ts';
import { EXIT_CANNOT_WRITE, EXIT_INTERNAL_ERROR, EXIT_USAGE, exitStatusOf } from './exit-status.ts';
import type { JudgedItem } from './judged-item.ts';
import { openTrust } from './open-trust.ts';
import { parseOptions, USAGE, type VerifyOptions } from './options.ts';
import { printable } from './printable.ts';
import { drawProgress, NO_PROGRESS, type Progress } from './progress.ts';
import { readInput } from './read-input.ts';
import type { ReadItem } from './read-item.ts';
import { csvBeginning, writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { type Output, OutputError, openOutputFile, openStandardOutput } from './write-output.ts';
import { writeWords } from './write-words.ts';

type Judge = (item: ReadItem) => JudgedItem;

const standardOutput = openStandardOutput(process.stdout);

/**
 * The command-line verifier: the kiosk's pipeline for scripts, banks and tests.
 *
 * @param args as they stand behind the command
 * @returns the exit status (exit-status.ts)
 */
export async function runVerify(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    console.error(error);
    return EXIT_INTERNAL_ERROR;
  }
}

async function run(args: readonly string[]): Promise<number> {
  const command = parseOptions(args);
  if (!command.ok) return refuseUsage(command.failure);
  switch (command.value.kind) {
    case 'help':
      await standardOutput.write(USAGE);
      return 0;
    case 'verify':
      return verify(command.value.options);
    default:
      return unreachable(command.value);
  }
}

async function verify(options: VerifyOptions): Promise<number> {
  const now = () => options.at ?? systemClock.now();
  const trust = await openTrust({ folder: options.trust, root: options.root, now: now(), notice });
  const hall = options.hall === undefined ? {} : { id: options.hall };
  const judge: Judge = (item) => {
    const text = item.kind === 'text' ? item.text : '';
    const verdict = checkScan(text, trust, now(), hall);
    const { source } = item;
    return item.kind === 'text' ? { source, verdict } : { source, verdict, error: item.error };
  };
  return judgeInputs(options, judge);
}

async function judgeInputs(options: VerifyOptions, judge: Judge): Promise<number> {
  const { inputs, format } = options;
  const output = openOutput(options);
  if (!output.ok) return refuse(output.failure, EXIT_CANNOT_WRITE);
  const { write, finish, discard } = output.value;
  const files = createFileReader(startNodeReader);
  const progress = progressOf(options);
  const parts = { standardInput: process.stdin, files, notice, progress };
  let status = 0;
  try {
    if (format === 'csv') await write(csvBeginning());
    for (const [index, text] of inputs.entries()) {
      for await (const item of readInput({ text, position: index + 1 }, parts)) {
        const judged = judge(item);
        status = Math.max(status, exitStatusOf(judged.verdict.outcome));
        await write(writeItem(judged, options));
        progress.judged();
      }
    }
    await finish();
    return status;
  } catch (error) {
    discard();
    if (error instanceof OutputError) return refuse(error.message, EXIT_CANNOT_WRITE);
    throw error;
  } finally {
    progress.end();
    files.close();
  }
}

function openOutput({ out }: VerifyOptions): Result<Output, string> {
  return out === undefined ? success(standardOutput) : openOutputFile(out);
}

// Where verdicts appear on the terminal themselves, they show how far the run is.
function progressOf({ inputs, out }: VerifyOptions): Progress {
  const isWatched = process.stderr.isTTY && (out !== undefined || !process.stdout.isTTY);
  return isWatched ? drawProgress(process.stderr, inputs) : NO_PROGRESS;
}

function writeItem(judged: JudgedItem, { format, out }: VerifyOptions): string {
  switch (format) {
    case 'json':
      return writeJson(judged);
    case 'csv':
      return writeCsv(judged);
    case 'words': {
      const isTerminal = out === undefined && process.stdout.isTTY;
      return writeWords(judged, isTerminal && process.stdout.hasColors());
    }
    default:
      return unreachable(format);
  }
}

function notice(sentence: string): void {
  process.stderr.write(`verify: ${printable(sentence)}\n`);
}

function refuse(why: string, status: number): number {
  notice(why);
  return status;
}

function refuseUsage(why: string): number {
  notice(why);
  process.stderr.write('Try verify --help.\n');
  return EXIT_USAGE;
}
