import type { CodePlace, FileNotice, FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import type { Result } from '../../shared/result.ts';

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

/** Finds the codes in files of strangers; always ends, whatever is in them. */
export interface FileReader {
  read(bytes: Uint8Array): Promise<ReadFile>;
}
