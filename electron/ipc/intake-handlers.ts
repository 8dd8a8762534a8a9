import type { ChosenFiles } from '../intake/chosen-files.ts';
import type { IntakeService } from '../intake/intake-service.ts';
import type { IpcHandlers } from './register.ts';

/** What the verbs about files are answered from. */
export interface IntakeHandlerParts {
  readonly intake: IntakeService;
  readonly chosen: ChosenFiles;
  /** Shows the system's dialog and gives the paths; none when it was cancelled. */
  readonly askForPaths: (what: 'files' | 'folder') => Promise<readonly string[]>;
}

type IntakeVerb = 'checkFile' | 'chooseFiles' | 'checkChosen';

/** The answers to the verbs about files. */
export function createIntakeHandlers(parts: IntakeHandlerParts): Pick<IpcHandlers, IntakeVerb> {
  return {
    checkFile: ({ bytes, training = false }) => parts.intake.checkBytes(bytes, training),
    chooseFiles: async ({ what }) => parts.chosen.choose(await parts.askForPaths(what)),
    checkChosen: ({ id, training = false }) => parts.intake.checkChosen(id, training),
  };
}
