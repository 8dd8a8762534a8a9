import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** `npm run --silent verify -- …`: the command-line verifier. */

// Half of the time a certificate takes. Beside the program, where only its owner writes.
enableCompileCache(join(import.meta.dirname, '../../.cache/compile'));

// Loaded behind the cache, which holds nothing of what was loaded before it.
const { runVerify } = await import('./run-verify.ts');
process.exitCode = await runVerify(process.argv.slice(2));
