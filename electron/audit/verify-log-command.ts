import { parseArgs } from 'node:util';
import { diskProblem } from './audit-disk.ts';
import type { LogFaultCode } from './log-fault.ts';
import { shownTime } from './shown-time.ts';
import { type LogReport, verifyLog } from './verify-log.ts';

/** What a run of the command prints, and how it ends. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: 0 | 1 | 2 | 64;
}

const USAGE = `Proves that a terminal's log is whole: no line changed, taken out, moved or cut off.

  npm run --silent verify-log -- [--json] [--hash HASH] FOLDER

FOLDER is the folder "audit" in the program's user-data folder. HASH is the hash of an entry noted
down earlier, which has to be in the log still: this also finds a log written anew from end to end.
Exit status: 0 whole; 1 not whole, the first fault is named; 2 not readable; 64 called wrongly.`;

const FAULTS: Readonly<Record<LogFaultCode, string>> = {
  'no-log': 'there is no log in this folder',
  malformed: 'this is no line of a log',
  changed: 'this line was changed after it was written',
  'broken-chain': 'this line does not follow the line before it: something was taken out or moved',
  'lines-missing': 'lines are missing before this one',
  'wrong-file': 'this file does not begin with a first line of its own',
  'file-missing': 'this file is missing',
  'beginning-missing': 'the files before this one are missing, and nothing says that they expired',
  'end-missing': 'the end of the log was cut off',
  'head-missing': 'the head (head.json) is missing, so nobody can tell whether the end is whole',
  'hash-not-found': 'the hash is not in this log',
};

/** Runs the command. It reads and prints only, also while the terminal is running. */
export function runVerifyLog(argv: readonly string[], defaultFolder?: string): CommandResult {
  const options = readOptions(argv, defaultFolder);
  if (options === undefined) return { output: USAGE, exitCode: 64 };
  const { folder, hash, json } = options;
  try {
    const report = verifyLog(folder, hash);
    const exitCode = report.fault === undefined ? 0 : report.fault.code === 'no-log' ? 2 : 1;
    const output = json ? JSON.stringify(toJson(report)) : describe(report);
    return { output, exitCode };
  } catch (error) {
    if (diskProblem(error) === undefined || !(error instanceof Error)) throw error;
    return { output: `The log cannot be read: ${error.message}`, exitCode: 2 };
  }
}

function readOptions(argv: readonly string[], defaultFolder: string | undefined) {
  const options = { json: { type: 'boolean' }, hash: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const folder = positionals[0] ?? defaultFolder;
    const { hash, json = false } = values;
    if (folder === undefined || positionals.length > 1) return undefined;
    if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash)) return undefined;
    return { folder, hash, json };
  } catch (error) {
    // What parseArgs throws is about the arguments.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function describe(report: LogReport): string {
  const { files, entries, first, last, torn, openBytes, fault } = report;
  const lines: string[] = [];
  if (fault === undefined) lines.push(`The log is whole: ${entries} entries in ${files} files.`);
  else lines.push(`The log is NOT whole. ${placeOf(fault)}${FAULTS[fault.code]}.`);
  if (first !== undefined && last !== undefined) {
    const kept = fault === undefined ? '' : 'Proven before it: ';
    const times = `${shownTime(first.at)} to ${shownTime(last.at)} (Shanghai)`;
    lines.push(`${kept}entries ${first.sequence} to ${last.sequence}, ${times}.`);
    lines.push(`Hash of entry ${last.sequence}: ${last.hash}`);
  }
  for (const { file, line } of torn) {
    lines.push(
      `${file}, line ${line} was cut off by a crash or power cut; the log says so itself.`,
    );
  }
  if (openBytes > 0) {
    const meaning = 'being written just now, or cut off and not yet noticed by a start';
    lines.push(`The last ${openBytes} bytes are no whole line: ${meaning}.`);
  }
  return lines.join('\n');
}

function placeOf(fault: NonNullable<LogReport['fault']>): string {
  if (fault.file === undefined) return '';
  return fault.line === undefined ? `${fault.file}: ` : `${fault.file}, line ${fault.line}: `;
}

function toJson({ first, last, fault, ...rest }: LogReport) {
  const summary = (line: typeof first) =>
    line && { sequence: line.sequence, at: line.at, hash: line.hash };
  return { whole: fault === undefined, ...rest, first: summary(first), last: summary(last), fault };
}
