import type { LaunchOptions } from '../adapters/launch-options.ts';
import { readAll } from '../config/configuration.ts';
import { machineFiles } from '../config/load-configuration.ts';
import { switchLayer } from '../config/switch-layer.ts';
import { type Command, USAGE } from './command.ts';
import { checkConfig, printConfig } from './config-commands.ts';
import { importData } from './import-command.ts';
import { hashNewPin, setPin } from './pin-commands.ts';
import { selfTest } from './self-test-command.ts';
import type { TerminalPort } from './terminal-port.ts';

/** What a command works with. */
export interface CommandParts {
  readonly options: LaunchOptions;
  readonly stateFolder: string;
  readonly resourcesFolder: string;
  readonly executable: string;
  readonly isPackaged: boolean;
  readonly version: string;
  /** Version of Electron. */
  readonly electron: string;
  readonly switches: readonly string[];
  readonly terminal: TerminalPort;
  readonly now: () => number;
}

/** How a command ends: 0 well, 1 something is wrong with the terminal, 64 called wrongly. */
export type ExitStatus = 0 | 1 | 64;

/** Runs a command. It opens no window and does not disturb a running kiosk. */
export async function runCommand(command: Command, parts: CommandParts): Promise<ExitStatus> {
  const files = machineFiles(parts.options, parts.stateFolder);
  const resolved = readAll(files, switchLayer(parts.options));
  switch (command.name) {
    case 'check-config':
      return checkConfig(resolved, files, parts.terminal);
    case 'print-config':
      return printConfig(resolved, command.json, parts.terminal);
    case 'set-pin':
      return setPin(command.pinFile, { ...parts, resolved, files });
    case 'hash-pin':
      return hashNewPin(command.pinFile, parts.terminal);
    case 'self-test':
      return selfTest(command.json, { ...parts, resolved, files });
    case 'import':
      return importData(command, { ...parts, resolved });
    case 'version':
      parts.terminal.write(`${parts.version}\n`);
      return 0;
    case 'usage':
      parts.terminal.write(USAGE);
      return 0;
  }
}
