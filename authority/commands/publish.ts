import { openOffice } from '../office/office-folder.ts';
import { officeDocuments } from '../repository/office-documents.ts';
import { openOfficeRepository } from '../repository/office-repository.ts';
import { publish as publishTargets } from '../repository/publish.ts';
import { readRepositoryState } from '../repository/repository-state.ts';
import { readPublishedTargets } from '../repository/target-set.ts';
import { type Command, currentTime, officeFolderArgument } from './command.ts';
import { repositoryOutput } from './repository-output.ts';

/** `publish DIR`: the office's keys, policy and status lists, signed for every kiosk. */
export const publish: Command = {
  summary: 'publish issuer keys, policy and status lists in the repository',
  usage: 'publish DIR',
  options: {},
  run(input) {
    const folder = officeFolderArgument(input);
    const now = currentTime();
    const office = openOffice(folder);
    const repository = openOfficeRepository(folder);
    const state = readRepositoryState(repository.folder);
    const published = readPublishedTargets(repository.folder, state);
    const revised = publishTargets(repository, officeDocuments(office, published, now), now);
    return repositoryOutput(repository.folder, revised, now);
  },
};
