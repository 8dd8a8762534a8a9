import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomically } from '../adapters/write-atomically.ts';
import type { ConfigFiles } from '../config/config-files.ts';
import { describeProblem } from '../config/describe-problem.ts';
import { readLayer } from '../config/read-layer.ts';
import type { ResolvedSettings } from '../config/resolve-settings.ts';
import { hashPin, judgePin, type PinProblem } from '../staff/pin-hash.ts';
import type { ExitStatus } from './run-command.ts';
import type { TerminalPort } from './terminal-port.ts';

const PROBLEMS: Readonly<Record<PinProblem, string>> = {
  'not-digits': 'A PIN is 4 to 12 digits; 6 or more are better.',
  'too-easy': 'This PIN is what anybody tries first: all digits alike, or counted up or down.',
};

/** What setting a PIN needs to know. */
export interface PinCommandParts {
  readonly terminal: TerminalPort;
  readonly resolved: ResolvedSettings;
  readonly files: ConfigFiles;
}

/** `--set-pin`: into the local settings, unless an administrator has decided elsewhere. */
export async function setPin(
  pinFile: string | undefined,
  { terminal, resolved, files }: PinCommandParts,
): Promise<ExitStatus> {
  const { source, place = '' } = resolved.origins.staffPin;
  if (source === 'machine-policy' || source === 'site') {
    terminal.write(`The PIN is set in ${place}. Put the output of --hash-pin there.\n`);
    return 1;
  }
  const local = readLayer('local', files.local);
  for (const problem of local.problems) terminal.write(`${describeProblem(problem)}\n`);
  if (local.problems.length > 0) return 1;
  const pin = readPin(pinFile, terminal);
  if (pin === undefined) return 1;
  const settings = { ...local.layer.values, staffPin: await hashPin(pin) };
  mkdirSync(dirname(files.local), { recursive: true });
  await writeAtomically(files.local, `${JSON.stringify(settings, null, 2)}\n`);
  terminal.write(`The PIN is set in ${files.local}. A running kiosk takes it at once.\n`);
  return 0;
}

/** `--hash-pin`: prints what a policy or site file holds. */
export async function hashNewPin(
  pinFile: string | undefined,
  terminal: TerminalPort,
): Promise<ExitStatus> {
  const pin = readPin(pinFile, terminal);
  if (pin === undefined) return 1;
  terminal.write(`"staffPin": "${await hashPin(pin)}"\n`);
  return 0;
}

/** A PIN that can be set; what is wrong with another has been said. */
function readPin(pinFile: string | undefined, terminal: TerminalPort): string | undefined {
  const pin = pinFile === undefined ? askTwice(terminal) : firstLineOf(pinFile);
  if (pin === undefined) {
    terminal.write('No PIN was given, or the two differ. Nothing was changed.\n');
    return undefined;
  }
  const problem = judgePin(pin);
  if (problem === undefined) return pin;
  terminal.write(`${PROBLEMS[problem]} Nothing was changed.\n`);
  return undefined;
}

function askTwice(terminal: TerminalPort): string | undefined {
  const pin = terminal.ask('New staff PIN: ', true);
  const again = terminal.ask('Once more: ', true);
  return pin === again ? pin : undefined;
}

function firstLineOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/)[0] : undefined;
}
