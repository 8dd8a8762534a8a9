import type { SetupStep } from '../../../shared/ipc/first-setup.ts';

/** What the page of the first set-up says. */
export type SetupTexts = {
  /** On its tile, while steps are open. */
  readonly isOpen: string;
  readonly position: string;
  readonly finished: string;
  /** Above the checks that are not content, after the last step. */
  readonly amiss: string;
  readonly step: Readonly<Record<SetupStep, { readonly title: string; readonly about: string }>>;
  readonly outcome: { readonly done: string; readonly skipped: string };
  /** A check of the self-test, on one line. */
  readonly finding: string;
  readonly open: string;
  readonly look: string;
  readonly done: string;
  readonly skip: string;
  /** To the step before. */
  readonly takeBack: string;
  /** From the page of a step. */
  readonly back: string;
  readonly again: string;
  readonly start: string;
};
