import { parseArgs } from 'node:util';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { parseTime } from './parse-time.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'verify'; readonly options: VerifyOptions };

/** How verdicts are written: for people, as lines of JSON, as a table. */
export type OutputFormat = 'words' | 'json' | 'csv';

export interface VerifyOptions {
  readonly trust: string | undefined;
  readonly root: string | undefined;
  /** The time to judge at; `undefined` means the clock, read anew for each scan. */
  readonly at: EpochSeconds | undefined;
  readonly hall: string | undefined;
  readonly format: OutputFormat;
  /** File for the verdicts instead of standard output. */
  readonly out: string | undefined;
  readonly inputs: readonly string[];
}

/** The usage text. */
export const USAGE = `Usage: verify [options] INPUT...

Judges public-credit certificates offline and says what they open.

INPUT
  PCC1:...          the text of a certificate
  FILE              PNG, JPEG, WebP or BMP picture, PDF, OFD, or UTF-8 text with one scanned
                    text per line
  FOLDER            every file in it, those of folders inside as well
  -                 standard input, one scanned text per line
  A line that starts with a quotation mark is read as a JSON string.

Options
  --trust DIR       folder of a trust bundle or of a trust repository (default: the shipped one)
  --root ROOT.json  root of trust a repository is judged from (default: the shipped one)
  --at TIME         judge at this time, like 2026-11-20T09:30:00+08:00 (default: now)
  --hall ID         judge the services of this hall (default: of all halls)
  --json            one JSON object per verdict and line
  --csv             a table for spreadsheets, one verdict per line
  --out FILE        write the verdicts to a file, which appears when it is whole
  --help            this text

Exit status (the largest applies)
  0 all accepted   1 any refused   2 any undecided   3 any not a certificate or unreadable
  64 wrong usage   70 error in this program   73 FILE of --out cannot be written

When the verdicts go to a file or a pipe, a terminal shows how far the run is.
`;

const OPTIONS = {
  trust: { type: 'string' },
  root: { type: 'string' },
  at: { type: 'string' },
  hall: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments after the program's name; the failure is a sentence. */
export function parseOptions(args: readonly string[]): Result<Command, string> {
  const parsed = parseStrictly(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return success({ kind: 'help' });
  if (positionals.length === 0) return failure('no INPUT given');
  if (positionals.includes('')) return failure('an INPUT is empty');
  if (positionals.filter((input) => input === '-').length > 1) {
    return failure('standard input (-) can be read only once');
  }
  for (const name of ['trust', 'root', 'hall', 'out'] as const) {
    if (values[name] === '') return failure(`--${name} is empty`);
  }
  const at = values.at === undefined ? success(undefined) : parseTime(values.at);
  if (!at.ok) return failure(`--at: ${at.failure}`);
  if (values.json && values.csv) return failure('--json and --csv exclude each other');
  const format = values.json ? 'json' : values.csv ? 'csv' : 'words';
  const { trust, root, hall, out } = values;
  const options = { trust, root, at: at.value, hall, format, out, inputs: positionals } as const;
  return success({ kind: 'verify', options });
}

function parseStrictly(args: readonly string[]) {
  try {
    return success(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    // parseArgs reports what the user did wrong by throwing; only the first line is for them.
    if (!isUsageError(error)) throw error;
    return failure(error.message.split(/\.\s|\n/)[0] ?? error.message);
  }
}

function isUsageError(error: unknown): error is Error {
  if (!(error instanceof Error && 'code' in error)) return false;
  return String(error.code).startsWith('ERR_PARSE_ARGS');
}
