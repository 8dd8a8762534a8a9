import { openOfficeRepository } from '../repository/office-repository.ts';
import { refresh as refreshRepository } from '../repository/refresh.ts';
import { type Command, currentTime, officeFolderArgument } from './command.ts';
import { KEY_OPTIONS, KEY_USAGE, passphraseOption } from './key-options.ts';
import { repositoryOutput } from './repository-output.ts';

/** `refresh DIR`: signs anew what expires soon; run it several times a day. */
export const refresh: Command = {
  summary: 'sign anew what expires soon; needs the online keys only',
  usage: `refresh DIR ${KEY_USAGE}`,
  options: KEY_OPTIONS,
  run(input) {
    const repository = openOfficeRepository(officeFolderArgument(input), passphraseOption(input));
    const now = currentTime();
    return repositoryOutput(repository.folder, refreshRepository(repository, now), now);
  },
};
