import type { FileNotice, FileRefusal } from '../../../shared/ipc/intake-verbs.ts';
import type { WedgeProblem, WedgeRepair } from '../../wedge/read-presses.ts';
import type { Words } from '../catalogue.ts';

/** What is said about files, and about a scanner that types. */
export type IntakeTexts = {
  readonly refusal: Readonly<Record<FileRefusal, Words>>;
  /** A hand scanner that types: what keeps its codes from being read, and what was put right. */
  readonly wedgeProblem: Readonly<Record<WedgeProblem, Words>>;
  readonly wedgeRepair: Readonly<Record<WedgeRepair, string>>;
  readonly notice: Readonly<Record<FileNotice, string>>;
};
