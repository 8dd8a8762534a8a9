import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const LINE_FEED = 0x0a;
const LONGEST_ANSWER_BYTES = 4_096;

/**
 * Asks on the terminal without showing what is typed, or `undefined` where there is no terminal.
 * Waits in place: a key is unlocked in the middle of a signature. Windows has no `/dev/tty`;
 * there the file and the environment remain.
 */
export function askHidden(question: string): string | undefined {
  const terminal = openTerminal();
  if (terminal === undefined) return undefined;
  try {
    if (!echo(terminal, '-echo')) return undefined;
    writeSync(terminal, question);
    return readLine(terminal);
  } finally {
    echo(terminal, 'echo');
    writeSync(terminal, '\n');
    closeSync(terminal);
  }
}

function openTerminal(): number | undefined {
  try {
    return openSync('/dev/tty', 'r+');
  } catch {
    // A service, a pipe, a container: nobody to ask.
    return undefined;
  }
}

function echo(terminal: number, mode: 'echo' | '-echo'): boolean {
  return spawnSync('stty', [mode], { stdio: [terminal, 'ignore', 'ignore'] }).status === 0;
}

function readLine(terminal: number): string {
  const byte = new Uint8Array(1);
  const line: number[] = [];
  while (line.length < LONGEST_ANSWER_BYTES && readSync(terminal, byte) === 1) {
    if (byte[0] === undefined || byte[0] === LINE_FEED) break;
    line.push(byte[0]);
  }
  return Buffer.from(line).toString('utf8');
}
