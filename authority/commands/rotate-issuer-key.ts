import { KEY_USES } from '../../shared/trust/issuers-document.ts';
import { openOffice } from '../office/office-folder.ts';
import { FORMER_STATES, type FormerState, rotateIssuerKey } from '../office/rotate-issuer-key.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf } from './change-options.ts';
import { type Command, officeFolderArgument, oneOf, requiredOption } from './command.ts';
import { KEY_OPTIONS, KEY_USAGE, passphraseOption, protectionOption } from './key-options.ts';
import { noteOrSay } from './note-or-say.ts';

/** `rotate-issuer-key DIR USE`: a new key that signs certificates, on-screen codes or status lists. */
export const rotateIssuerKeyCommand: Command = {
  summary: 'replace the key that signs certificates, on-screen codes or status lists',
  usage: `rotate-issuer-key DIR ${KEY_USES.join('|')} --old ${FORMER_STATES.join('|')} ${KEY_USAGE} ${CHANGE_USAGE}
       retired: what the old key signed goes on to count; withdrawn: it leaked, nothing it signed counts`,
  options: { old: { type: 'string' }, ...KEY_OPTIONS, ...CHANGE_OPTIONS },
  async run(input) {
    const [place, useName = '', ...rest] = input.positionals;
    const folder = officeFolderArgument({ ...input, positionals: place ? [place, ...rest] : [] });
    const use = oneOf('use', useName, KEY_USES);
    const former = oneOf('old', requiredOption(input, 'old'), FORMER_STATES);
    const cause = causeOf(input);
    const office = openOffice(folder, passphraseOption(input));
    const protection = protectionOption(input, office.policy.domain);
    const store = await openOfficeStore(folder);
    try {
      const exchanged = rotateIssuerKey(office, { use, former, protection }, cause.at);
      const { removed, added } = exchanged;
      const detail = { former, removed: removed.kid, added: added.kid };
      await noteOrSay(store, { what: 'issuer-key-rotated', subject: use, detail }, cause);
      return {
        json: { use, removed, added },
        words: [`${former}: key ${removed.kid}`, `in use: key ${added.kid}`, ...NEXT[former]],
      };
    } finally {
      await store.close();
    }
  },
};

const NEXT: Readonly<Record<FormerState, readonly string[]>> = {
  retired: ['publish tells the halls; a server that is running has to be started anew'],
  withdrawn: [
    'publish at once: until then halls accept what the old key signs',
    'issue the certificates of each grade anew: those of the old key are refused then',
    'a server that is running has to be started anew',
  ],
};
