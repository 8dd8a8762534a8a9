import { stepBudget } from '../reading/budget.ts';
import type { ToReader } from '../reading/reader-messages.ts';

/** A process of its own that reads files: a page of Electron, or a child of plain Node. */
export interface ReaderProcess {
  send(message: ToReader): void;
  /** What it says is anybody's word. */
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  /** Milliseconds it has worked so far. */
  worked(): number;
  /** At once and for certain, whatever it is doing. */
  kill(): void;
}

/** Milliseconds; what takes longer is ended. */
export interface ReaderPatience {
  /** For starting; the machine may be busy with anything. */
  readonly startMs: number;
  /** Of work from one step to the next in a file of so many bytes. */
  readonly stepMs: (fileBytes: number) => number;
  /** For a whole file, by the clock; what it may work is bounded much closer. */
  readonly fileMs: number;
  /** Without a file, until the process is ended to give its memory back. */
  readonly idleMs: number;
}

export const READER_PATIENCE: ReaderPatience = {
  startMs: 30_000,
  stepMs: stepBudget,
  fileMs: 120_000,
  idleMs: 60_000,
};

/** How often the memory of the process is looked at. */
export const MEMORY_CHECK_MS = 250;

/** Megabytes of JavaScript heap in plain Node, and of the whole process in both. */
export const READER_HEAP_MEGABYTES = 1_024;
export const READER_MEMORY_MEGABYTES = 1_536;
