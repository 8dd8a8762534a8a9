import type { FileNotice, FileRefusal } from '../../../shared/ipc/intake-verbs.ts';
import type { Words } from '../catalogue.ts';

/** What is said about files, and about a scanner that types. */
export type IntakeTexts = {
  readonly refusal: Readonly<Record<FileRefusal, Words>>;
  readonly notice: Readonly<Record<FileNotice, string>>;
};
