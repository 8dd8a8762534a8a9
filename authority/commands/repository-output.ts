import type { EpochSeconds } from '../../shared/time.ts';
import { metadataTime } from '../repository/metadata.ts';
import { expiryOf, rolesPastHalfLife } from '../repository/refresh.ts';
import { readRepositoryState } from '../repository/repository-state.ts';
import type { Revised } from '../repository/revision.ts';
import { ROLES } from '../repository/roles.ts';
import type { CommandOutput } from './command.ts';

/** What to say after a change of the repository: what was signed, and which keys are wanted next. */
export function repositoryOutput(
  folder: string,
  revised: Revised,
  now: EpochSeconds,
): CommandOutput {
  const state = readRepositoryState(folder);
  const due = rolesPastHalfLife(state, now).map((role) => {
    return { role, expires: metadataTime(expiryOf(state, role)) };
  });
  const signed = ROLES.filter((role) => revised[role] !== undefined);
  return {
    json: { repository: folder, signed: revised, due },
    words: [
      `signed in ${folder}: ${signed.map((role) => `${role} ${revised[role]}`).join(', ')}`,
      ...due.map(
        ({ role, expires }) => `note: ${role} expires ${expires}; its key is needed before`,
      ),
    ],
  };
}
