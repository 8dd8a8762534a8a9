import { repositoryFolder } from '../repository/office-repository.ts';
import { pruneRepository } from '../repository/prune.ts';
import {
  type Command,
  currentTime,
  officeFolderArgument,
  optionOr,
  UsageError,
} from './command.ts';

const DAY = 86_400;

/** `prune DIR`: removes files that have long been replaced. */
export const prune: Command = {
  summary: 'remove files of the repository that were replaced long ago',
  usage: 'prune DIR [--days 30]',
  options: { days: { type: 'string' } },
  run(input) {
    const folder = repositoryFolder(officeFolderArgument(input));
    const days = Number(optionOr(input, 'days', '30'));
    if (!Number.isSafeInteger(days) || days < 1)
      throw new UsageError('--days is a whole number from 1');
    const removed = pruneRepository(folder, currentTime() - days * DAY);
    return { json: { removed }, words: [`${removed.length} files removed from ${folder}`] };
  },
};
