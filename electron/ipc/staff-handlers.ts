import type { staffVerbs } from '../../shared/ipc/staff-verbs.ts';
import { importFrom, previewFrom, takeTo } from '../staff/bring-and-take.ts';
import { changeSetting } from '../staff/change-setting.ts';
import { describeStaffState } from '../staff/describe-staff-state.ts';
import { listDrives } from '../staff/drives.ts';
import { exportDiagnostics } from '../staff/export-diagnostics.ts';
import type { StaffParts } from '../staff/staff-parts.ts';
import { runStaffSelfTest } from '../staff/staff-self-test.ts';
import { readStorage, wipeAndRestart, wipeStorage } from '../staff/wipe-storage.ts';
import type { IpcHandlers } from './register.ts';

/** Answers to the staff menu. */
export type StaffHandlers = Pick<IpcHandlers, keyof typeof staffVerbs>;

type Guarded<Value> =
  | { readonly access: 'closed' }
  | { readonly access: 'open'; readonly value: Value };

/** Every verb but the PIN's looks first whether the menu is open. */
export function createStaffHandlers(parts: StaffParts): StaffHandlers {
  const { session, audit, configuration, machine } = parts;
  const whenOpen =
    <Request, Value>(act: (request: Request) => Value | Promise<Value>) =>
    async (request: Request): Promise<Guarded<Value>> =>
      session.use() ? { access: 'open', value: await act(request) } : { access: 'closed' };
  return {
    unlockStaff: ({ pin }) => unlock(pin, parts),
    closeStaff: () => {
      session.close();
      return null;
    },
    keepStaffOpen: whenOpen(() => null),
    readStaffState: whenOpen(() => describeStaffState(parts)),
    changeSetting: whenOpen((change) => changeSetting(change, parts)),
    syncNow: whenOpen(async () => {
      audit.record({ kind: 'staff-action', action: 'sync-asked' });
      return (await parts.sync?.syncNow()) ?? null;
    }),
    runSelfTest: whenOpen(({ camera, only }) => runStaffSelfTest(parts, camera, only)),
    listPrinters: whenOpen(() => machine.listPrinters()),
    printTestPage: whenOpen(async () => {
      const { printerName } = configuration.settings();
      return printerName === '' ? 'no-printer' : machine.printTestPage(printerName);
    }),
    listDrives: whenOpen(() => listDrives(configuration.settings().exchangeFolders)),
    previewImport: whenOpen(({ folder }) => previewFrom(folder, parts)),
    importRepository: whenOpen(({ folder }) => importFrom(folder, parts)),
    exportRepository: whenOpen(({ drive }) => takeTo(drive, parts)),
    exportDiagnostics: whenOpen((request) => exportDiagnostics(request, parts)),
    readStorage: whenOpen(() => readStorage(parts)),
    wipeStorage: whenOpen(({ kinds }) => wipeStorage(kinds, parts)),
    wipeAndRestart: whenOpen(() => wipeAndRestart(parts)),
    leaveKiosk: whenOpen(() => {
      audit.record({ kind: 'staff-action', action: 'left-terminal' });
      parts.log.info('left-by-staff');
      machine.leave();
      return null;
    }),
  };
}

async function unlock(pin: string, { configuration, gate, session, audit }: StaffParts) {
  // An administrator may have set another PIN meanwhile, on a terminal beside this one.
  configuration.reload();
  const unlocked = await gate.tryPin(pin);
  switch (unlocked.result) {
    case 'opened':
      session.open();
      audit.record({ kind: 'staff-action', action: 'menu-opened' });
      break;
    case 'wrong':
      audit.record({ kind: 'staff-action', action: 'pin-wrong' });
      break;
    case 'locked':
      audit.record({ kind: 'staff-action', action: 'pin-locked' });
      break;
    case 'no-pin':
      break;
  }
  return unlocked;
}
