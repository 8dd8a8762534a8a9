import { lintPolicy } from '../office/lint-policy.ts';
import { type OfficeFolder, openOffice } from '../office/office-folder.ts';
import { officeDocuments } from '../repository/office-documents.ts';
import { openOfficeRepository } from '../repository/office-repository.ts';
import { publish as publishTargets } from '../repository/publish.ts';
import { readRepositoryState } from '../repository/repository-state.ts';
import { readPublishedTargets } from '../repository/target-set.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf } from './change-options.ts';
import { type Command, officeFolderArgument } from './command.ts';
import { KEY_OPTIONS, KEY_USAGE, passphraseOption } from './key-options.ts';
import { noteOrSay } from './note-or-say.ts';
import { repositoryOutput } from './repository-output.ts';

/** `publish DIR`: the office's keys, policy and status lists, signed for every kiosk. */
export const publish: Command = {
  summary: 'publish issuer keys, policy and status lists in the repository',
  usage: `publish DIR ${KEY_USAGE} ${CHANGE_USAGE}`,
  options: { ...KEY_OPTIONS, ...CHANGE_OPTIONS },
  async run(input) {
    const folder = officeFolderArgument(input);
    const cause = causeOf(input);
    const passphrase = passphraseOption(input);
    const office = openOffice(folder, passphrase);
    refuseFaultyPolicy(office, cause.at);
    const repository = openOfficeRepository(folder, passphrase);
    const store = await openOfficeStore(folder);
    try {
      const published = readPublishedTargets(
        repository.folder,
        readRepositoryState(repository.folder),
      );
      const { certificates } = store;
      const documents = await officeDocuments({ office, certificates, published }, cause.at);
      const revised = publishTargets(repository, documents, cause.at);
      await noteOrSay(
        store,
        { what: 'repository-published', subject: 'repository', detail: revised },
        cause,
      );
      return repositoryOutput(repository.folder, revised, cause.at);
    } finally {
      await store.close();
    }
  },
};

function refuseFaultyPolicy({ policy }: OfficeFolder, now: number): void {
  const errors = lintPolicy(policy, now).findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  throw new Error(`policy.json: ${first.path} ${first.message}${more}; see check-policy`);
}
