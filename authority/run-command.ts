import { COMMANDS } from './commands/all-commands.ts';
import { readArguments, UsageError } from './commands/command.ts';
import { failureWords } from './commands/failure-words.ts';

/** How a command ended. */
export interface Answer {
  readonly status: number;
  /** For standard output; `''` after a failure. */
  readonly words: string;
  /** For standard error: one line, `''` when all went well. */
  readonly complaint: string;
}

const STATUS_FAILURE = 1;
const STATUS_USAGE = 64;

/** Runs one command of the issuing side with its arguments. */
export async function runCommand([name, ...args]: readonly string[]): Promise<Answer> {
  if (name === undefined) return { ...success(await overview()), status: STATUS_USAGE };
  if (name === '--help') return success(await overview());
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) return failure(`there is no command "${name}"; try --help`, STATUS_USAGE);
  const command = await load();
  try {
    const input = readArguments(command, args);
    if (input.values.help === true) {
      const { usage, summary } = command;
      return success(`authority ${usage}\n\n${summary}; --json prints the result as JSON`);
    }
    const { json, words, status = 0 } = await command.run(input);
    return {
      ...success(input.values.json === true ? JSON.stringify(json) : words.join('\n')),
      status,
    };
  } catch (error) {
    if (error instanceof UsageError)
      return failure(`${error.message}; try ${name} --help`, STATUS_USAGE);
    // A missing folder, a damaged file, a full disk: one line, and nothing half-printed before it.
    return failure(failureWords(error), STATUS_FAILURE);
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(
      async ([name, load]) => `  ${name.padEnd(12)} ${(await load()).summary}`,
    ),
  );
  return ['authority COMMAND …', '', ...lines, '', 'authority COMMAND --help tells more'].join(
    '\n',
  );
}

function success(words: string): Answer {
  return { status: 0, words, complaint: '' };
}

function failure(complaint: string, status: number): Answer {
  return { status, words: '', complaint };
}
