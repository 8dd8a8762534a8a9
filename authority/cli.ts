import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** `npm run --silent authority -- COMMAND`: the issuing side's command line. */

// Half of the time a short command takes. Beside the program, where only its owner writes, and not
// in the common folder for temporary files, where another account could leave code for us.
enableCompileCache(join(import.meta.dirname, '../.cache/compile'));

// Loaded behind the cache, which holds nothing of what was loaded before it.
const { runCommand } = await import('./run-command.ts');
const { status, words, complaint } = await runCommand(process.argv.slice(2));
if (complaint === '') console.log(words);
else console.error(`authority: ${complaint}`);
process.exitCode = status;
