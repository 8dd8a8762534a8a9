import type { Storage, WipeableKind } from '../../shared/ipc/staff-replies.ts';
import type { StaffParts } from './staff-parts.ts';
import { readStorage, wipeFiles } from './storage.ts';

/**
 * Deletes what the staff chose and gives the sizes after it. Local settings return to their
 * defaults; the PIN stays, or nobody could leave the terminal.
 */
export async function wipeStorage(
  kinds: readonly WipeableKind[],
  { stateFolder, configuration, log }: StaffParts,
): Promise<Storage> {
  await wipeFiles(stateFolder, kinds);
  if (kinds.includes('settings')) configuration.forgetLocal(['staffPin']);
  log.info('storage-wiped', { kinds: kinds.join(' ') });
  return readStorage(stateFolder);
}
