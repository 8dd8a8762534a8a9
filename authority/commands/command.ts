import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { EpochSeconds } from '../../shared/time.ts';

/** One command of the issuing side. */
export interface Command {
  /** One line for the overview. */
  readonly summary: string;
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Does the work and gives what to print: as it is with `--json`, else as lines of words. */
  readonly run: (input: CommandInput) => CommandOutput | Promise<CommandOutput>;
}

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

export interface CommandOutput {
  readonly json: unknown;
  readonly words: readonly string[];
  /** Exit status of a command that was done and found something; 0 when missing. */
  readonly status?: number;
}

/** What the caller wrote is wrong; the message says how. Ends the program with status 64. */
export class UsageError extends Error {}

/** Reads the arguments of a command. Throws `UsageError`. */
export function readArguments(command: Command, args: readonly string[]): CommandInput {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    return { positionals, values };
  } catch (error) {
    // The parser's only way to report what is wrong; its message names the argument.
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A text option that has to be given. Throws `UsageError`. */
export function requiredOption(input: CommandInput, name: string): string {
  const value = input.values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

/** A text option with a default. */
export function optionOr(input: CommandInput, name: string, otherwise: string): string {
  const value = input.values[name];
  return typeof value === 'string' ? value : otherwise;
}

/** The moment a command runs at; read once, so that everything it signs agrees. */
export function currentTime(): EpochSeconds {
  return Math.floor(Date.now() / 1000);
}

/** The folder every command works on. Throws `UsageError`. */
export function officeFolderArgument(input: CommandInput): string {
  const [folder, ...rest] = input.positionals;
  if (folder === undefined) throw new UsageError('DIR is missing: the folder of the office');
  if (rest.length > 0) throw new UsageError(`unexpected argument: ${rest.join(' ')}`);
  return folder;
}

/** One of a closed set of words. Throws `UsageError`. */
export function oneOf<Word extends string>(
  name: string,
  value: string,
  words: readonly Word[],
): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined)
    throw new UsageError(`--${name} is one of ${words.join(', ')}, not "${value}"`);
  return word;
}
