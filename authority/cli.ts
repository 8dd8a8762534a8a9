import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Command, readArguments, UsageError } from './commands/command.ts';
import { failureWords } from './commands/failure-words.ts';

/** `npm run --silent authority -- COMMAND`: the issuing side's command line. */

/** Each is loaded when it is called: what prints pages should not slow down what looks up a code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  generate: async () => (await import('./commands/generate.ts')).generate,
  import: async () => (await import('./commands/import.ts')).importCommand,
  rate: async () => (await import('./commands/rate.ts')).rate,
  explain: async () => (await import('./commands/explain.ts')).explain,
  lookup: async () => (await import('./commands/lookup.ts')).lookup,
  issue: async () => (await import('./commands/issue.ts')).issue,
  revoke: async () => (await import('./commands/change-certificate.ts')).revoke,
  suspend: async () => (await import('./commands/change-certificate.ts')).suspend,
  reinstate: async () => (await import('./commands/change-certificate.ts')).reinstate,
  'check-policy': async () => (await import('./commands/check-policy.ts')).checkPolicy,
  publish: async () => (await import('./commands/publish.ts')).publish,
  refresh: async () => (await import('./commands/refresh.ts')).refresh,
  prune: async () => (await import('./commands/prune.ts')).prune,
  'rotate-key': async () => (await import('./commands/rotate-key.ts')).rotateKey,
  'rotate-root': async () => (await import('./commands/rotate-root.ts')).rotateRoot,
  bundle: async () => (await import('./commands/bundle.ts')).bundle,
  'access-code': async () => (await import('./commands/access-code.ts')).accessCode,
  serve: async () => (await import('./commands/serve.ts')).serve,
};

// Half of the time a short command takes. Beside the program, where only its owner writes, and not
// in the common folder for temporary files, where another account could leave code for us.
enableCompileCache(join(import.meta.dirname, '../.cache/compile'));

const STATUS_FAILURE = 1;
const STATUS_USAGE = 64;

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help') {
    console.log(await overview());
    return name === undefined ? STATUS_USAGE : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined)
    return complain(`there is no command "${name}"; try --help`, STATUS_USAGE);
  const command = await load();
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
    return complain(failureWords(error), STATUS_FAILURE);
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

function complain(message: string, status: number): number {
  console.error(`authority: ${message}`);
  return status;
}
