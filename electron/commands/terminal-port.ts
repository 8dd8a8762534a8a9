import { spawnSync } from 'node:child_process';
import { openSync, readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** The terminal a command talks to. */
export interface TerminalPort {
  write(text: string): void;
  /** Asks for one line; `undefined` at the end of the input. Hidden lines are not shown while typed. */
  ask(question: string, isHidden: boolean): string | undefined;
}

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
/** Bytes of a line; a PIN has twelve digits. */
const MAX_LINE_BYTES = 4_096;

/** The process's own terminal, read and written without an event loop. */
export const ownTerminal: TerminalPort = {
  write: (text) => writeWhole(text),
  ask: (question, isHidden) => {
    const isPerson = isatty(STDIN);
    if (isPerson) writeSync(STDERR, question);
    if (isPerson && isHidden) setEcho(false);
    try {
      return readLine();
    } finally {
      if (isPerson && isHidden) {
        setEcho(true);
        writeSync(STDERR, '\n');
      }
    }
  },
};

/** A pipe may take less than all at once, or nothing for a moment. */
function writeWhole(text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(STDOUT, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      // Nobody reads any more.
      if (error.code !== 'EAGAIN') return;
    }
  }
}

function readLine(): string | undefined {
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  while (bytes.length < MAX_LINE_BYTES) {
    if (readSync(STDIN, one) === 0) break;
    if (one[0] === 0x0a) return Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
    bytes.push(one[0] ?? 0);
  }
  return bytes.length === 0 ? undefined : Buffer.from(bytes).toString('utf8');
}

/** What is typed is shown unless the terminal itself is told not to. */
function setEcho(isOn: boolean): void {
  if (process.platform === 'win32') return;
  spawnSync('stty', [isOn ? 'echo' : '-echo'], { stdio: [openSync('/dev/tty', 'r'), 1, 2] });
}
