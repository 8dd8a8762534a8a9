import { runVerifyLog } from '../audit/verify-log-command.ts';
import { auditFolderIn } from './start-audit.ts';

const SWITCH = '--verify-log';

/**
 * `kiosk --verify-log [--json] [--hash HASH] [FOLDER]`: proves the log, prints what was found and
 * ends the program before it shows anything. It also works while the terminal is running.
 */
export function answerVerifyLog(argv: readonly string[], stateFolder: string): void {
  const at = argv.indexOf(SWITCH);
  if (at === -1) return;
  const { output, exitCode } = runVerifyLog(argv.slice(at + 1), auditFolderIn(stateFolder));
  process.stdout.write(`${output}\n`);
  process.exit(exitCode);
}
