import { changeState, STATE_CHANGES, type StateVerb } from '../issuing/change-state.ts';
import { openOffice } from '../office/office-folder.ts';
import type { ReasonClass } from '../store/certificate-book.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf } from './change-options.ts';
import { type Command, officeFolderArgument, oneOf, requiredOption } from './command.ts';

/** `revoke DIR`: ends a certificate for good. */
export const revoke = stateCommand('revoke', 'end a certificate for good');
/** `suspend DIR`: a certificate does not count until it is reinstated. */
export const suspend = stateCommand('suspend', 'let a certificate not count for a while');
/** `reinstate DIR`: a suspended certificate counts again. */
export const reinstate = stateCommand('reinstate', 'let a suspended certificate count again');

function stateCommand(verb: StateVerb, summary: string): Command {
  const { state, reasons } = STATE_CHANGES[verb];
  return {
    summary,
    usage: `${verb} DIR --certificate NUMBER --reason ${reasons.join('|')} ${CHANGE_USAGE}`,
    options: { certificate: { type: 'string' }, reason: { type: 'string' }, ...CHANGE_OPTIONS },
    async run(input) {
      const folder = officeFolderArgument(input);
      const number = requiredOption(input, 'certificate');
      const words: readonly ReasonClass[] = reasons;
      const reason = oneOf('reason', requiredOption(input, 'reason'), words);
      // A store is made where there is none; a wrong folder should not get one.
      openOffice(folder);
      const store = await openOfficeStore(folder);
      try {
        const wanted = { verb, number, reason };
        const changed = await changeState(store.certificates, wanted, causeOf(input));
        return {
          json: { number: changed, state, reason },
          words: [`certificate ${changed} is ${state} now; publish tells the halls`],
        };
      } finally {
        await store.close();
      }
    },
  };
}
