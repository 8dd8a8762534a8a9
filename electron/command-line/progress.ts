import { statSync } from 'node:fs';
import { listFolder } from './list-folder.ts';

/** Told how far a run is. */
export interface Progress {
  /** So many bytes more have been read. */
  read(bytes: number): void;
  /** One thing more has been judged. */
  judged(): void;
  /** Takes the line away again. */
  end(): void;
}

/** For runs that nobody watches. */
export const NO_PROGRESS: Progress = { read: () => {}, judged: () => {}, end: () => {} };

const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

/**
 * Draws a bar on a terminal while a run goes on, at most ten times a second.
 * @param inputs the inputs of the run: what is on the disk tells how much there is to do
 */
export function drawProgress(terminal: NodeJS.WriteStream, inputs: readonly string[]): Progress {
  const total = bytesOf(inputs);
  const started = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  let bytes = 0;
  let count = 0;
  const draw = (): void => {
    const now = performance.now();
    if (now - drawn < REDRAW_MS) return;
    drawn = now;
    const state = { bytes, total, judged: count, seconds: (now - started) / 1_000 };
    terminal.write(CLEAR_LINE + progressLine(state).slice(0, (terminal.columns || 80) - 1));
  };
  return {
    read(more) {
      bytes += more;
      draw();
    },
    judged() {
      count++;
      draw();
    },
    end: () => {
      terminal.write(CLEAR_LINE);
    },
  };
}

/** How far a run is. */
export interface ProgressState {
  readonly bytes: number;
  /** Bytes there are in all; `undefined` when an input does not tell. */
  readonly total: number | undefined;
  readonly judged: number;
  readonly seconds: number;
}

const CELLS = 30;

/** A run in one line of text. */
export function progressLine({ bytes, total, judged, seconds }: ProgressState): string {
  const count = `${judged.toLocaleString('en')} judged`;
  if (total === undefined) return count;
  const part = total === 0 ? 1 : Math.min(1, bytes / total);
  const filled = Math.floor(part * CELLS);
  const bar = '#'.repeat(filled) + '-'.repeat(CELLS - filled);
  // Before a while has passed an estimate is a guess.
  const left = part > 0.02 && seconds > 1 ? `, about ${timeLeft(seconds, part)} left` : '';
  return `[${bar}] ${Math.floor(part * 100)} %, ${count}${left}`;
}

function timeLeft(seconds: number, part: number): string {
  const left = Math.ceil((seconds * (1 - part)) / part);
  return left < 120 ? `${left} s` : `${Math.ceil(left / 60)} min`;
}

function bytesOf(inputs: readonly string[]): number | undefined {
  if (inputs.includes('-')) return undefined;
  return inputs.reduce((sum, input) => sum + bytesBehind(input), 0);
}

function bytesBehind(input: string): number {
  try {
    const information = statSync(input);
    if (!information.isDirectory()) return information.size;
    let sum = 0;
    for (const file of listFolder(input)) sum += bytesBehind(file);
    return sum;
  } catch (error) {
    // A text, or what cannot be read; the run itself says so.
    if (error instanceof Error && 'syscall' in error) return 0;
    throw error;
  }
}
