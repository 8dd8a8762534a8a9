import type { CodePlace, FileNotice, FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { failure, type Result, unreachable } from '../../shared/result.ts';
import type { Budget } from './budget.ts';
import type { Drawing } from './drawing.ts';
import { tellFileKind } from './file-kind.ts';
import { readImage } from './read-image.ts';
import { readOfd } from './read-ofd.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';

/** A text found in a file, and where. */
export interface FoundCode {
  readonly text: string;
  readonly place: CodePlace;
}

/** What a file gave; never no code. */
export interface FoundCodes {
  readonly codes: readonly FoundCode[];
  readonly notices: readonly FileNotice[];
}

export type ReadFile = Result<FoundCodes, FileRefusal>;

/** What reading is done with. */
export interface Reading {
  readonly drawing: Drawing;
  readonly budget: Budget;
  /**
   * Told after each step, with what it found: whoever waits ends this process when the next step
   * takes too long, and keeps what was told.
   */
  readonly stepped: (found: readonly FoundCode[]) => void;
}

/**
 * Finds the codes in a file of whatever kind. May throw, run for ever or run out of memory on a file
 * made for that: it runs in a process of its own that can be ended.
 */
export async function readFile(bytes: Uint8Array, reading: Reading): Promise<ReadFile> {
  const kind = tellFileKind(bytes.subarray(0, 65_536));
  if (!kind.ok) return failure(kind.failure);
  switch (kind.value) {
    case 'png':
    case 'jpeg':
    case 'webp':
    case 'bmp':
      return readImage(kind.value, bytes, reading);
    case 'pdf':
      return readPdf(bytes, reading);
    case 'zip':
      return readOfd(bytes, reading);
    case 'lines':
      return readText(bytes);
    default:
      return unreachable(kind.value);
  }
}
