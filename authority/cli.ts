import { accessCode } from './commands/access-code.ts';
import { bundle } from './commands/bundle.ts';
import { reinstate, revoke, suspend } from './commands/change-certificate.ts';
import { checkPolicy } from './commands/check-policy.ts';
import { type Command, readArguments, UsageError } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { generate } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { issue } from './commands/issue.ts';
import { lookup } from './commands/lookup.ts';
import { prune } from './commands/prune.ts';
import { publish } from './commands/publish.ts';
import { rate } from './commands/rate.ts';
import { refresh } from './commands/refresh.ts';
import { rotateKey } from './commands/rotate-key.ts';
import { rotateRoot } from './commands/rotate-root.ts';
import { serve } from './commands/serve.ts';

/** `npm run --silent authority -- COMMAND`: the issuing side's command line. */

const COMMANDS: Readonly<Record<string, Command>> = {
  ...{ init, issue, bundle, publish, refresh, prune },
  ...{ 'rotate-key': rotateKey, 'rotate-root': rotateRoot, serve },
  ...{ revoke, suspend, reinstate, 'check-policy': checkPolicy },
  ...{ generate, import: importCommand, rate, explain, lookup, 'access-code': accessCode },
};

const STATUS_FAILURE = 1;
const STATUS_USAGE = 64;

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help') {
    console.log(overview());
    return name === undefined ? STATUS_USAGE : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    return complain(`there is no command "${name}"; try --help`, STATUS_USAGE);
  try {
    const input = readArguments(command, args);
    if (input.values.help === true) {
      console.log(
        `authority ${command.usage}\n\n${command.summary}; --json prints the result as JSON`,
      );
      return 0;
    }
    const output = await command.run(input);
    console.log(input.values.json === true ? JSON.stringify(output.json) : output.words.join('\n'));
    return output.status ?? 0;
  } catch (error) {
    if (error instanceof UsageError)
      return complain(`${error.message}; try ${name} --help`, STATUS_USAGE);
    // A missing folder, a damaged file, a full disk: one line, and nothing half-printed before it.
    return complain(error instanceof Error ? error.message : String(error), STATUS_FAILURE);
  }
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`,
  );
  return ['authority COMMAND …', '', ...lines, '', 'authority COMMAND --help tells more'].join(
    '\n',
  );
}

function complain(message: string, status: number): number {
  console.error(`authority: ${message}`);
  return status;
}
