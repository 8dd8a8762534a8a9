import { existsSync } from 'node:fs';
import type { ConfigFiles } from '../config/config-files.ts';
import { describeProblem } from '../config/describe-problem.ts';
import { printableSettings } from '../config/printable-settings.ts';
import type { ResolvedSettings } from '../config/resolve-settings.ts';
import type { ExitStatus } from './run-command.ts';
import type { TerminalPort } from './terminal-port.ts';

/** `--check-config`: one line a problem, and which files were looked at. */
export function checkConfig(
  { problems }: ResolvedSettings,
  files: ConfigFiles,
  terminal: TerminalPort,
): ExitStatus {
  for (const [name, file] of [
    ['machine policy', files.machinePolicy],
    ['site file', files.site],
    ['local settings', files.local],
  ] as const) {
    terminal.write(`${name}: ${file}${existsSync(file) ? '' : ' (not there)'}\n`);
  }
  for (const problem of problems) terminal.write(`PROBLEM ${describeProblem(problem)}\n`);
  terminal.write(problems.length === 0 ? 'No problems.\n' : `${problems.length} problems.\n`);
  return problems.length === 0 ? 0 : 1;
}

/** `--print-config`: a line a key, or JSON. */
export function printConfig(
  resolved: ResolvedSettings,
  asJson: boolean,
  terminal: TerminalPort,
): ExitStatus {
  const printable = printableSettings(resolved);
  if (asJson) {
    terminal.write(`${JSON.stringify(printable, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...printable.map(({ key }) => key.length));
  for (const { key, value, source, place } of printable) {
    const origin = place === undefined ? source : `${source}: ${place}`;
    terminal.write(`${key.padEnd(width)}  ${JSON.stringify(value)}  [${origin}]\n`);
  }
  return 0;
}
