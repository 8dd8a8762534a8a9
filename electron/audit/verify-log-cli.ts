import { runVerifyLog } from './verify-log-command.ts';

/** `npm run verify-log`: the command under plain Node. */
const { output, exitCode } = runVerifyLog(process.argv.slice(2));
console.log(output);
process.exitCode = exitCode;
