import { join } from 'node:path';
import type { IntakeHandlerParts } from '../ipc/intake-handlers.ts';
import type { Log } from '../ports.ts';
import type { ScanService } from '../scan/scan-service.ts';
import { askForPaths } from './ask-for-paths.ts';
import { createChosenFiles } from './chosen-files.ts';
import { createFileReader } from './file-reader.ts';
import { createIntakeService } from './intake-service.ts';
import { startPageReader } from './start-page-reader.ts';

/** What a desk takes files in with. */
export interface IntakeSetup {
  readonly mode: 'kiosk' | 'desk';
  readonly scans: ScanService;
  readonly log: Log;
}

/** Makes a desk ready for files; nothing is started before the first one comes. */
export function startIntake({ mode, scans, log }: IntakeSetup): IntakeHandlerParts {
  if (mode === 'kiosk') return NO_FILES;
  // The bundle lies in dist/main/, beside dist/reader/ and dist/preload/.
  const programFolder = join(__dirname, '..');
  const chosen = createChosenFiles();
  const reader = createFileReader(() => startPageReader(programFolder, log));
  return { chosen, intake: createIntakeService({ reader, chosen, scans }), askForPaths };
}

/** A dialog of the system would be a way out of a kiosk, and visitors bring no files. */
const NO_FILES: IntakeHandlerParts = {
  chosen: createChosenFiles(),
  intake: {
    checkBytes: async () => ({ kind: 'refused', code: 'unreadable' }),
    checkChosen: async () => ({ kind: 'refused', code: 'unreadable' }),
  },
  askForPaths: async () => [],
};
