import { parseCode } from '../import/parse-values.ts';
import { openOffice } from '../office/office-folder.ts';
import { newAccessCode } from '../portal/access-code.ts';
import { makeAccessSecret } from '../portal/access-secret.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf } from './change-options.ts';
import { type Command, officeFolderArgument, UsageError } from './command.ts';

/** `access-code DIR CODE`: a company's way into the portal, new or in place of the old one. */
export const accessCode: Command = {
  summary: 'give a company a new access code for the portal',
  usage: `access-code DIR CODE ${CHANGE_USAGE}`,
  options: CHANGE_OPTIONS,
  async run(input) {
    const [folder, text, ...rest] = input.positionals;
    if (folder === undefined || text === undefined)
      throw new UsageError('DIR and CODE are needed: the folder of the office, a unified code');
    officeFolderArgument({ ...input, positionals: [folder, ...rest] });
    const company = parseCode(text);
    if (!company.ok)
      throw new UsageError('CODE is a unified code of 18 digits and capital letters');
    // A store is made where there is none; a wrong folder should not get one.
    openOffice(folder);
    const code = newAccessCode();
    const secret = await makeAccessSecret(code);
    const store = await openOfficeStore(folder);
    try {
      const isKnown = await store.access.setSecret(company.value, secret, causeOf(input));
      if (!isKnown) throw new Error(`the office knows no company ${company.value}`);
    } finally {
      await store.close();
    }
    return {
      json: { company: company.value, accessCode: code },
      words: [
        code,
        'note: shown this once and kept nowhere; an older code of the company has ended',
      ],
    };
  },
};
