import type { DeskService } from '../desk/desk-service.ts';
import type { IpcHandlers } from './register.ts';

type DeskVerb = keyof typeof import('../../shared/ipc/desk-verbs.ts').deskVerbs;

/** What the desk's verbs answer from: nothing at a kiosk, where each wish is declined. */
export function createDeskHandlers(desk: DeskService | undefined): Pick<IpcHandlers, DeskVerb> {
  return {
    readDesk: () => desk?.describe() ?? { deskName: '', choices: null, programVersion: '' },
    saveDeskChoices: async (choices) => {
      await desk?.keepChoices(choices);
      return {};
    },
    recordDeskAction: (done) => {
      desk?.recordAction(done);
      return {};
    },
    copyText: ({ text }) => {
      desk?.copyText(text);
      return {};
    },
    printSlip: (request) => desk?.printSlip(request) ?? 'failed',
    saveSlip: (request) => desk?.saveSlip(request) ?? 'failed',
    saveBatchTable: (table) => desk?.saveBatchTable(table) ?? 'failed',
    showCustomerWindow: ({ isShown }) => desk?.showCustomerWindow(isShown) ?? 'closed',
  };
}
